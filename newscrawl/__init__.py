"""newscrawl: the crawler of Indonesian news sites."""

# Nothing is loaded here, typing least of all: until the command line begins, Ctrl-C is a traceback.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from newscrawl.datasets.records import Records, load
    from newscrawl.items import Article, Image
    from newscrawl.reading.extracting import extract
    from newscrawl.record.version import __version__
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
    "Article": "newscrawl.items",
    "Crawl": "newscrawl.runs.apart",
    "CrawlError": "newscrawl.runs.apart",
    "CrawlWarning": "newscrawl.runs.apart",
    "Image": "newscrawl.items",
    "Records": "newscrawl.datasets.records",
    "__version__": "newscrawl.record.version",
    "crawl": "newscrawl.runs.apart",
    "extract": "newscrawl.reading.extracting",
    "load": "newscrawl.datasets.records",
}


def __getattr__(name: str) -> "Any":
    """What the package offers, on first use: each loads parts that the others do without."""
    if name in _PLACES:
        from importlib import import_module  # noqa: PLC0415 - see above

        return getattr(import_module(_PLACES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> "list[str]":
    # What a notebook offers behind the dot, without what this file imports for itself.
    return sorted({*__all__, *(name for name in globals() if name.startswith("__"))})
