"""RSS, Atom and JSON feeds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import KW_ONLY, dataclass, field
from typing import ClassVar
from urllib.parse import parse_qsl, urljoin, urlsplit

from lxml import etree
from scrapy import Request
from scrapy.http import Response

from newscrawl.discovery.addresses import check_address, whole_address
from newscrawl.discovery.json_feed import json_entries, json_text
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
from newscrawl.record.addresses import host_of, registered_domain

FEED_ROOTS = {"rss", "rdf", "feed"}
_ENTRIES = frozenset({"item", "entry"})
_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_DATES = ("pubdate", "published", "date", "issued", "created")
_FIRST_LINKS = 5
_CHANGES = ("updated", "modified")


@dataclass(frozen=True)
class Feed(Source):
    """An RSS 0.9 to 2.0, Atom or JSON feed. ``sections`` maps section names to their own feeds."""

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
    text = json_text(response.body, response.url)
    if text is not None:
        yield from json_entries(text, response.url)
        return
    document = parse_xml(response.body, response.url)
    root = document.root
    if local_name(root) not in FEED_ROOTS:
        raise UnreadableListingError(f"{response.url}: <{local_name(root)}> is no feed")
    entries = [element for element in root.iter("*") if local_name(element) in _ENTRIES]
    home = _home(root, response)
    for entry in entries[:-1] if document.cut else entries:
        found = _read_entry(entry, response, home)
        if found:
            yield found
    if not (document.ends and document.undamaged):
        raise IncompleteListingError(f"{response.url}: the feed ends before its end")


def _home(root: etree._Element, response: Response) -> frozenset[str]:
    """The domains that a feed's articles are on: its own, and that of the site that it says it is of."""
    links = [_link(child) for part in (root, *root[:1]) for child in part if local_name(child) == "link"]
    hosts = [host_of(url) for url in (response.url, *links[:_FIRST_LINKS])]
    return frozenset(registered_domain(host) for host in hosts if host)


def _own_address(fields: Mapping[str, str], home: frozenset[str]) -> str | None:
    """The address of an entry: its own on the site, where its link leads through somebody's counter."""
    link, guid = fields.get("link"), _permalink(fields.get("guid"))
    if fields.get("origlink"):
        return fields["origlink"]
    away = link and host_of(link) and registered_domain(host_of(link)) not in home
    if away and guid and registered_domain(host_of(guid)) in home:
        return guid
    if link and away and (carried := _carried(link, home)):
        return carried
    return link or guid or _permalink(fields.get("id")) or _permalink(fields.get("about"))


def _carried(link: str, home: frozenset[str]) -> str | None:
    """The address on the site that the link of a counter has among its parameters."""
    try:
        values = [value for _, value in parse_qsl(urlsplit(link).query)]
        return next((value for value in values if registered_domain(host_of(value)) in home), None)
    except ValueError:
        return None


def _read_entry(entry: etree._Element, response: Response, home: frozenset[str]) -> Found | None:
    fields: dict[str, str] = {}
    for child in entry:
        name = local_name(child)
        value = (child.text or "").strip()
        if name == "link":
            value = _link(child)
        if name == "guid" and child.get("isPermaLink", "").lower() == "false":
            name = "id"
        if value and name not in fields:
            fields[name] = value
    fields.setdefault("about", entry.get(_ABOUT, ""))
    url = _own_address(fields, home)
    address = whole_address(url, response.url, entry.base or "") if url else None
    if address is None:
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
        href = element.get("href", "") if element.get("rel", "alternate") == "alternate" else ""
        return urljoin(element.get(_BASE, ""), href) if href else ""
    return (element.text or "").strip()


def _permalink(guid: str | None) -> str | None:
    return guid if guid and guid.lower().startswith(("http://", "https://", "//")) else None
