"""A publisher: everything that its file, its network and its family say of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from newscrawl.record.addresses import canonical_url
from newscrawl.sites.rules import NO_RULES, SiteRules


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """A way of finding articles as a file states it.

    ``way`` is the kind of the source (``feed``, ``index``, ...), ``url`` its address or template. ``options``
    are its other keys as written; :func:`newscrawl.discovery.declared.declared_source` makes the source.
    """

    way: str
    url: str
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """What is known of a publisher.

    ``kind`` is ``national`` or ``regional``, ``family`` the system or network whose facts it shares (empty
    without one), ``domains`` the hosts that belong to it with everything under them. ``home`` is its front
    page; one with a path, such as ``https://www.bbc.com/indonesia``, belongs to one edition among several on
    its domain. ``article_urls`` are regular expressions of which one is found in every article's address,
    ``not_articles`` such of which none is. ``twins`` are pairs of a regular expression and its replacement,
    for hosts and paths with the same articles. ``examples`` and ``not_examples`` are addresses in the shape
    of its articles, and of pages that look like articles and are none. ``seen`` says when and on what
    evidence the facts were last seen, ``forbids`` how the site is known to forbid automated access.
    ``browser`` says which of its pages scripts draw: ``listing``, ``article``, ``all``, empty for none.
    """

    name: str
    title: str
    region: str
    kind: str
    family: str = ""
    domains: tuple[str, ...]
    home: str
    sources: tuple[SourceFacts, ...] = ()
    article_urls: tuple[str, ...] = ()
    not_articles: tuple[str, ...] = ()
    twins: tuple[tuple[str, str], ...] = ()
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()
    seen: str = ""
    forbids: str = ""
    browser: str = ""
    rules: SiteRules = NO_RULES

    @property
    def zone(self) -> str:
        """The IANA zone of times that name none."""
        return self.rules.zone

    @property
    def language(self) -> str:
        """The language of its articles: an ISO 639 code."""
        return self.rules.language

    @property
    def ways(self) -> tuple[str, ...]:
        """The kinds of its sources in the order in which they are tried, each once."""
        return tuple(dict.fromkeys(source.way for source in self.sources))

    @property
    def is_edition(self) -> bool:
        """Whether it is one edition among several on its domain."""
        return urlsplit(self.home).path not in ("", "/")

    def has(self, url: str) -> bool:
        """Whether an address on its domains is its own: an edition has those under its front page, and
        those of its articles."""
        if not self.is_edition:
            return True
        home, path = (urlsplit(address).path.rstrip("/") for address in (self.home, url))
        under = path == home or path.startswith(f"{home}/")
        return under or any(re.search(pattern, canonical_url(url)) for pattern in self.article_urls)
