"""RSS and Atom feeds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import KW_ONLY, dataclass, field
from typing import ClassVar

from lxml import etree
from scrapy import Request
from scrapy.http import Response

from newscrawl.discovery.addresses import check_address
from newscrawl.discovery.requests import get_request
from newscrawl.discovery.sections import chosen_sections
from newscrawl.discovery.source import (
    STEP,
    Found,
    IncompleteListingError,
    Named,
    Source,
    Step,
    UnreadableListingError,
    Want,
)
from newscrawl.discovery.xml import local_name, parse_xml

FEED_ROOTS = {"rss", "rdf", "feed"}
_DATES = ("pubdate", "published", "date", "issued", "created")
_CHANGES = ("updated", "modified")


@dataclass(frozen=True)
class Feed(Source):
    """An RSS 0.9 to 2.0 or Atom feed. ``sections`` maps section names to their own feeds."""

    url: str
    _: KW_ONLY
    sections: Mapping[str, str] = field(default_factory=dict)

    kind: ClassVar[str] = "feed"
    names_articles: ClassVar[bool] = True

    def __post_init__(self) -> None:
        for url in (self.url, *self.sections.values()):
            check_address(url)

    def address(self) -> str:
        return self.url

    def unable(self, want: Want) -> str | None:
        if want.query:
            return "a feed cannot be searched"
        if want.ranged:
            return "a feed has only the newest articles"
        if want.sections and not chosen_sections(self.sections, want):
            return "it has none of these sections" if self.sections else "it has no sections"
        return None

    def start(self, want: Want) -> Iterator[Request]:
        for url in chosen_sections(self.sections, want) or [self.url]:
            yield get_request(url, meta={STEP: Step()})

    def read(self, response: Response, want: Want) -> Iterator[Named]:
        yield from read_feed(response)


def read_feed(response: Response) -> Iterator[Found]:
    """The entries of a feed, in its order.

    Raises:
        IncompleteListingError: it ends before its end; the whole entries were given.
        UnreadableListingError: the answer is no feed.
    """
    root, whole = parse_xml(response.body, response.url)
    if local_name(root) not in FEED_ROOTS:
        raise UnreadableListingError(f"{response.url}: <{local_name(root)}> is no feed")
    entries = list(root.iter("{*}item", "{*}entry"))
    for entry in entries if whole else entries[:-1]:
        found = _read_entry(entry, response)
        if found:
            yield found
    if not whole:
        raise IncompleteListingError(f"{response.url}: the feed ends before its end")


def _read_entry(entry: etree._Element, response: Response) -> Found | None:
    fields: dict[str, str] = {}
    for child in entry:
        name = local_name(child)
        value = (child.text or "").strip()
        if name == "link":
            value = _link(child)
        if value and name not in fields:
            fields[name] = value
    url = fields.get("origlink") or fields.get("link") or _permalink(fields.get("guid"))
    url = url or _permalink(fields.get("id"))
    if not url:
        return None
    try:
        address = response.urljoin(url)
    except ValueError:
        return None
    return Found(
        address,
        published=next((fields[name] for name in _DATES if name in fields), None),
        title=fields.get("title"),
        modified=next((fields[name] for name in _CHANGES if name in fields), None),
    )


def _link(element: etree._Element) -> str:
    """An Atom link is an attribute and counts only as the alternate; an RSS link is text."""
    if element.get("href"):
        return element.get("href", "") if element.get("rel", "alternate") == "alternate" else ""
    return (element.text or "").strip()


def _permalink(guid: str | None) -> str | None:
    return guid if guid and guid.startswith(("http://", "https://")) else None
