"""Which publisher a URL belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from newscrawl.extraction.rules import NO_RULES, SiteRules


@dataclass(frozen=True, slots=True)
class Publisher:
    """What is known of the publisher of a page."""

    name: str
    rules: SiteRules = NO_RULES


def find_publisher(url: str) -> Publisher:
    """The publisher of ``url``: the one whose domain it is under, else one named after the host."""
    host = urlsplit(url).hostname or ""
    return Publisher(host.removeprefix("www."))
