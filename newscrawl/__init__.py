"""newscrawl: the crawler of Indonesian news sites."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newscrawl.items import Article, Image
from newscrawl.record.version import __version__

if TYPE_CHECKING:
    from newscrawl.reading.extracting import extract

__all__ = ["Article", "Image", "__version__", "extract"]


def __getattr__(name: str) -> Any:
    """``extract`` on first use: it loads every publisher's facts, which the parts below it do not need."""
    if name == "extract":
        from newscrawl.reading.extracting import extract  # noqa: PLC0415

        return extract
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
