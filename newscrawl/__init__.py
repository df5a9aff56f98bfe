"""newscrawl: the crawler of Indonesian news sites."""

from __future__ import annotations

from newscrawl.extracting import extract
from newscrawl.items import Article, Image

__version__ = "0.1.0"
__all__ = ["Article", "Image", "extract"]
