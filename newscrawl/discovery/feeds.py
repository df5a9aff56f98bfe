"""RSS and Atom feeds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from lxml import etree
from scrapy import Request
from scrapy.http import Response

from newscrawl.discovery.source import Found, Source, UnreadableListingError, Want
from newscrawl.discovery.xml import local_name, parse_xml

_ROOTS = {"rss", "rdf", "feed"}
_DATES = ("pubdate", "published", "date", "updated")


@dataclass(frozen=True)
class Feed(Source):
    """An RSS 0.9-2.0 or Atom feed. ``sections`` maps section names to their own feeds."""

    url: str
    sections: tuple[tuple[str, str], ...] = ()

    kind: ClassVar[str] = "feed"

    def start(self, want: Want) -> Iterator[Request]:
        by_name = dict(self.sections)
        urls = [by_name[name] for name in want.sections if name in by_name] or [self.url]
        for url in urls:
            yield Request(url, dont_filter=True)

    def read(self, response: Response, want: Want) -> Iterator[Found]:
        root = parse_xml(response.body, response.url)
        if local_name(root) not in _ROOTS:
            raise UnreadableListingError(f"{response.url}: <{local_name(root)}> is no feed")
        for entry in root.iter():
            if local_name(entry) in ("item", "entry"):
                found = _read_entry(entry, response)
                if found:
                    yield found


def _read_entry(entry: etree._Element, response: Response) -> Found | None:
    fields: dict[str, str] = {}
    for child in entry:
        name = local_name(child)
        value = (child.text or "").strip()
        if name == "link":
            value = _link(child) or fields.get("link", "")
        if value and (name == "link" or name not in fields):
            fields[name] = value
    url = fields.get("link") or _permalink(fields.get("guid"))
    if not url:
        return None
    published = next((fields[name] for name in _DATES if name in fields), None)
    return Found(response.urljoin(url), published=published, title=fields.get("title"))


def _link(element: etree._Element) -> str | None:
    """An Atom link is an attribute and counts only as the alternate; an RSS link is text."""
    if element.get("href") and element.get("rel", "alternate") == "alternate":
        return element.get("href")
    return (element.text or "").strip() or None


def _permalink(guid: str | None) -> str | None:
    return guid if guid and guid.startswith(("http://", "https://")) else None
