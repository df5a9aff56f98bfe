"""The publishers that have a file, by name and by domain."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import walk_packages
from urllib.parse import urlsplit

from newscrawl import spiders
from newscrawl.extraction import NO_RULES, SiteRules
from newscrawl.spiders.base import NewsSpider


@cache
def publishers() -> dict[str, type[NewsSpider]]:
    """Every publisher's spider by name."""
    found: dict[str, type[NewsSpider]] = {}
    for module in walk_packages(spiders.__path__, f"{spiders.__name__}."):
        for value in vars(import_module(module.name)).values():
            if isinstance(value, type) and issubclass(value, NewsSpider) and value.__module__ == module.name:
                name = value.__dict__.get("name")
                if name:
                    found[name] = value
    return found


@cache
def _by_domain() -> dict[str, type[NewsSpider]]:
    return {domain: spider for spider in publishers().values() for domain in spider.allowed_domains}


def find_publisher(url: str) -> tuple[str, SiteRules]:
    """Name and rules of the publisher whose domain ``url`` is under.

    The longest domain wins. Without one the name is the host without ``www.``, and there are no rules.
    """
    host = (urlsplit(url).hostname or "").lower()
    labels = host.split(".")
    for start in range(len(labels) - 1):
        spider = _by_domain().get(".".join(labels[start:]))
        if spider:
            return spider.name, spider.rules
    return host.removeprefix("www."), NO_RULES
