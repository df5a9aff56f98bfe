"""Watches: saved queries whose new matches are told after each run."""

from __future__ import annotations

from newscrawl.watches.shelf import Shelf
from newscrawl.watches.telling import Told, tell
from newscrawl.watches.watch import EVERY, Watch

__all__ = ["EVERY", "Shelf", "Told", "Watch", "tell"]
