"""newscrawl: the crawler of Indonesian news sites."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from newscrawl.items import Article, Image
from newscrawl.record.version import __version__

if TYPE_CHECKING:
    from newscrawl.datasets.records import Records, load
    from newscrawl.reading.extracting import extract
    from newscrawl.runs.apart import Crawl, CrawlError, CrawlWarning, crawl

__all__ = [
    "Article",
    "Crawl",
    "CrawlError",
    "CrawlWarning",
    "Image",
    "Records",
    "__version__",
    "crawl",
    "extract",
    "load",
]

_PLACES = {
    "Crawl": "newscrawl.runs.apart",
    "CrawlError": "newscrawl.runs.apart",
    "CrawlWarning": "newscrawl.runs.apart",
    "Records": "newscrawl.datasets.records",
    "crawl": "newscrawl.runs.apart",
    "extract": "newscrawl.reading.extracting",
    "load": "newscrawl.datasets.records",
}


def __getattr__(name: str) -> Any:
    """What the package offers, on first use: each loads parts that the others do without."""
    if name in _PLACES:
        return getattr(import_module(_PLACES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
