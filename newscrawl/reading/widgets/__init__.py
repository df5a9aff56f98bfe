"""Widgets: lines on an article page that are no text of the article."""

from __future__ import annotations

from newscrawl.reading.widgets.strip import strip

__all__ = ["strip"]
