"""The publishers that have a file, by name and by domain."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import walk_packages
from urllib.parse import urlsplit

from newscrawl import spiders
from newscrawl.reading import NO_RULES, SiteRules
from newscrawl.record.addresses import canonical_url
from newscrawl.spiders.base import NewsSpider

_FAMILIES = f"{spiders.__name__}.families."
_MOST_LABELS = 8
_ARCHIVED = re.compile(r"https?://web\.archive\.org/web/\d{4,14}[a-z_]*/(?=https?://)")


@dataclass(frozen=True, slots=True)
class Publisher:
    """What a publisher's file says of it.

    ``family`` is the system or network whose facts it shares, empty without one. ``ways`` are the kinds of
    its sources in the order in which they are tried, each once. The rest is as in the file.
    """

    name: str
    title: str
    region: str
    kind: str
    family: str
    language: str
    zone: str
    domains: tuple[str, ...]
    ways: tuple[str, ...]
    seen: str
    forbids: str


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


def catalogue() -> list[Publisher]:
    """Every publisher with a site of its own, in the order of the names.

    The spiders that take their site as an argument have no domain and are left out.
    """
    return [describe(spider) for _, spider in sorted(publishers().items()) if spider.allowed_domains]


def describe(spider: type[NewsSpider]) -> Publisher:
    """What the file of ``spider`` says."""
    return Publisher(
        name=str(spider.name),
        title=spider.title,
        region=spider.region,
        kind=spider.kind,
        family=family_of(spider),
        language=spider.rules.language,
        zone=spider.rules.zone,
        domains=tuple(spider.allowed_domains),
        ways=tuple(dict.fromkeys(source.kind for source in spider.sources)),
        seen=spider.seen,
        forbids=spider.forbids,
    )


def family_of(spider: type[NewsSpider]) -> str:
    """The name of the nearest family that ``spider`` inherits from; empty without one."""
    modules = (base.__module__ for base in spider.__mro__)
    return next((name.removeprefix(_FAMILIES) for name in modules if name.startswith(_FAMILIES)), "")


@cache
def _by_domain() -> dict[str, type[NewsSpider]]:
    return {domain: spider for spider in publishers().values() for domain in spider.allowed_domains}


def find_publisher(url: str) -> tuple[str, SiteRules]:
    """Name and rules of the publisher whose domain ``url`` is under.

    The longest domain wins; a copy in the Web Archive is the page that it copies. A publisher that is one
    edition among several has only the addresses of its own. Without a publisher the name is the host without
    ``www.`` (empty if the address has none), and there are no rules.
    """
    url = _ARCHIVED.sub("", url, count=1)
    try:
        host = (urlsplit(url).hostname or "").lower()
    except ValueError:
        return "", NO_RULES
    labels = host.rsplit(".", _MOST_LABELS)
    for start in range(len(labels) - 1):
        spider = _by_domain().get(".".join(labels[start:]))
        if spider and (not spider.home or _of_edition(url, spider)):
            return spider.name, spider.rules
    return host.removeprefix("www."), NO_RULES


def _of_edition(url: str, spider: type[NewsSpider]) -> bool:
    """Whether ``url`` is under the home of ``spider``, or one of its articles."""
    home, path = (urlsplit(address).path.rstrip("/") for address in (spider.home, url))
    under = path == home or path.startswith(f"{home}/")
    return under or any(re.search(pattern, canonical_url(url)) for pattern in spider.article_urls)
