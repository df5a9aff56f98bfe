"""How a listing page names its articles: links, cards with dates, or JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import KW_ONLY, dataclass, replace
from typing import Any
from urllib.parse import parse_qs, urljoin, urlsplit

import jmespath
from cssselect import SelectorError
from jmespath.exceptions import JMESPathError
from parsel import Selector, SelectorList
from scrapy.http import TextResponse

from newscrawl.discovery.cards import Place, listed, place_of
from newscrawl.discovery.payloads import unfold
from newscrawl.discovery.source import Found, UnreadableListingError
from newscrawl.record.addresses import canonical_url

_RANKS: dict[Place, int] = {"menu": 0, "": 1, "card": 2}
"""An address stands where it stands best: many menus repeat the newest headlines."""

_NO_ADDRESS = ("#", "javascript:", "mailto:", "tel:", "whatsapp:")


@dataclass(frozen=True)
class Cards:
    """Links on an HTML page, one article a card.

    ``card`` is the CSS selector of the element that holds one article, ``link`` that of the link in it, and
    ``date`` that of the time in it: with ``::attr(title)`` or ``::text`` exactly that, without them the
    element's ``datetime`` attribute or its text. Without ``card`` every ``link`` on the page counts; a
    ``link`` that matches something other than a link stands for the links in it. ``unwrap`` names the query
    parameter that holds the true address where links go through a counter (``link?url=...``).
    """

    card: str = ""
    link: str = "a"
    date: str = ""
    _: KW_ONLY
    unwrap: str = ""

    def __post_init__(self) -> None:
        blank = Selector("<html></html>")
        for css in (self.card, self.link, self.date):
            try:
                blank.css(css or "a")
            except (SelectorError, ValueError) as error:
                raise ValueError(f"the selector '{css}' is no CSS: {error}") from None
        if self.date and not self.card:
            raise ValueError(f"the date '{self.date}' needs the card that it stands in")

    @property
    def dated(self) -> bool:
        """Whether it tells when articles were published."""
        return bool(self.date)

    def read(self, response: TextResponse) -> Iterator[Found]:
        """The articles that the page names, each address once."""
        page = Selector(response.text) if response.text.strip() else None
        if page is None:
            return
        if not self.card:
            yield from self._linked(page, response)
            return
        seen: set[str] = set()
        for card in page.css(self.card):
            published = self._date(card) if self.date else None
            for link in self._links(card):
                url = self._address(link, response)
                if url and url not in seen:
                    seen.add(url)
                    yield Found(url, published=published, title=_words(link))

    def _linked(self, page: Selector, response: TextResponse) -> Iterator[Found]:
        """All links, each address with the longest of its texts, and what the page's JSON-LD lists."""
        found: dict[str, Found] = {}
        for link in self._links(page):
            url = self._address(link, response)
            if url is not None:
                words = _words(link)
                _note(found, Found(url, title=words, place=place_of(link.root, words)))
        for address, title in listed(iter(page.css('script[type*="ld+json"]::text').getall())):
            with suppress(ValueError):
                _note(found, Found(response.urljoin(address), title=title, place="card"))
        yield from found.values()

    def cursor(self, response: TextResponse, path: str) -> str | None:
        """What the selector ``path`` finds last on the page."""
        found = response.css(path).getall()
        return found[-1].strip() if found else None

    def _links(self, card: Selector) -> SelectorList[Selector]:
        return card.css(self.link).xpath("descendant-or-self::a[@href]")

    def _address(self, link: Selector, response: TextResponse) -> str | None:
        href = link.attrib.get("href", "").strip()
        if not href or href.lower().startswith(_NO_ADDRESS):
            return None
        try:
            if self.unwrap:
                href = next(iter(parse_qs(urlsplit(href).query).get(self.unwrap, [])), href)
            return response.urljoin(href)
        except ValueError:  # such as an unclosed bracket in the host
            return None

    def _date(self, card: Selector) -> str | None:
        found = card.css(self.date)
        if not found:
            return None
        if "::" in self.date:
            return " ".join(" ".join(found.getall()).split()) or None
        first = found[0]
        return first.attrib.get("datetime") or _words(first)


@dataclass(frozen=True)
class JsonItems:
    """Articles in JSON.

    ``items`` is the JMESPath of the list of articles, ``url``, ``date`` and ``title`` the paths within one.
    ``script`` is the CSS selector, with ``::text`` or ``::attr(...)``, of the place in an HTML page where the
    JSON stands (``script#__NEXT_DATA__::text``, ``div[data-page]::attr(data-page)``); without it the whole
    answer is JSON. ``base`` is what the addresses are relative to, the answer's own address if empty.
    ``devalue`` unfolds the reference lists of Nuxt payloads first.
    """

    items: str = "@"
    url: str = "url"
    date: str = ""
    title: str = ""
    _: KW_ONLY
    script: str = ""
    base: str = ""
    devalue: bool = False

    def __post_init__(self) -> None:
        for path in (self.items, self.url, self.date or "@", self.title or "@"):
            try:
                jmespath.compile(path)
            except JMESPathError as error:
                raise ValueError(f"'{path}' is no JMESPath: {error}") from None
        if self.script and "::" not in self.script:
            raise ValueError(f"the script '{self.script}' needs ::text or ::attr(...)")

    @property
    def dated(self) -> bool:
        """Whether it tells when articles were published."""
        return bool(self.date)

    def read(self, response: TextResponse) -> Iterator[Found]:
        """The articles that the answer names.

        Raises:
            UnreadableListingError: the answer holds no JSON where it should.
        """
        items = jmespath.search(self.items, self._document(response))
        for item in items if isinstance(items, list) else []:
            address = jmespath.search(self.url, item)
            if isinstance(address, str) and address.strip():
                yield Found(
                    urljoin(self.base or response.url, address.strip()),
                    published=_text(item, self.date),
                    title=_text(item, self.title),
                )

    def cursor(self, response: TextResponse, path: str) -> str | None:
        """What the JMESPath ``path`` finds in the answer."""
        found = jmespath.search(path, self._document(response))
        return str(found) if isinstance(found, str | int) and found else None

    def _document(self, response: TextResponse) -> Any:
        text = response.css(self.script).get() if self.script else response.text
        if text is None:
            raise UnreadableListingError(f"{response.url}: no JSON at {self.script}")
        try:
            document = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise UnreadableListingError(f"{response.url}: the answer is not JSON: {error}") from None
        return unfold(document) if self.devalue else document


def _note(found: dict[str, Found], link: Found) -> None:
    """Add a link, or what it says more of an address that is there already."""
    known = found.setdefault(canonical_url(link.url), link)
    title = max(known.title, link.title, key=lambda text: len(text or ""))
    place = max(known.place, link.place, key=lambda each: _RANKS[each])
    found[canonical_url(link.url)] = replace(known, title=title, place=place)


def _text(item: Any, path: str) -> str | None:
    value = jmespath.search(path, item) if path else None
    return str(value) if isinstance(value, str | int | float) and value else None


def _words(element: Selector) -> str | None:
    return " ".join(" ".join(element.xpath(".//text()").getall()).split()) or None
