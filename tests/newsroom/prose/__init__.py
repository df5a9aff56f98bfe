"""Invented Indonesian news prose, the same for the same seed, without end."""

from __future__ import annotations

from tests.newsroom.prose.scene import Scene, village_name
from tests.newsroom.prose.writer import SECTIONS, Draft, Headline, Writer

__all__ = ["SECTIONS", "Draft", "Headline", "Scene", "Writer", "village_name"]
