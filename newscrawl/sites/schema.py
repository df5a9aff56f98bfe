"""The form of site files, as pydantic models: for a user's own files, ``newscrawl sites check`` and tests.

What is shipped is checked by the tests and read without this module, which takes longer to load than a page
takes to read.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cssselect import HTMLTranslator, SelectorError
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

_DOMAIN = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_PAGES = re.compile(r"\?[a-z]+=(?:all|1|\{n\})|/(?:all|\{n\})")
PATTERN_NAME = re.compile(r"[a-z][a-z0-9_]*")
"""How publishers, and the patterns of families, are named."""


def _domain(text: str) -> str:
    if not _DOMAIN.fullmatch(text):
        raise ValueError("write a host such as contoh.id, without https:// and without a path")
    return text


def _address(text: str) -> str:
    """An address that a template may stand in: what its blanks are filled with is not known here."""
    if not text.startswith(("http://", "https://", "{home}")) or " " in text:
        raise ValueError("write an http or https address such as https://contoh.id/feed")
    return text


def _front_page(text: str) -> str:
    parts = urlsplit(_address(text))
    if not parts.hostname or parts.query:
        raise ValueError("write a front page such as https://www.contoh.id")
    return text


def _pattern(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        raise ValueError(f"it is no regular expression: {error}") from None
    return text


def _selector(text: str) -> str:
    try:
        HTMLTranslator().css_to_xpath(text)
    except SelectorError as error:
        raise ValueError(f"it is no CSS selector: {error}") from None
    return text


def _page_scheme(text: str) -> str:
    if not _PAGES.fullmatch(text):
        raise ValueError("write ?page=all, ?single=1, ?page={n}, /all or /{n}")
    return text


def _zone(text: str) -> str:
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError):
        raise ValueError("write an IANA zone such as Asia/Jakarta, Asia/Makassar or Asia/Jayapura") from None
    return text


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Domain = Annotated[str, AfterValidator(_domain)]
Address = Annotated[str, AfterValidator(_address)]
Pattern = Annotated[str, AfterValidator(_pattern)]
Selectors = tuple[Annotated[str, AfterValidator(_selector)], ...]
Sections = dict[str, str] | list[str]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Cards(_Table):
    """``cards`` of a source: :class:`newscrawl.discovery.Cards`."""

    card: str = ""
    link: str = "a"
    date: str = ""
    unwrap: str = ""


class JsonItems(_Table):
    """``json_items`` of a source: :class:`newscrawl.discovery.JsonItems`."""

    items: str = "@"
    url: str = "url"
    date: str = ""
    title: str = ""
    script: str = ""
    base: str = ""
    devalue: bool = False


class _Source(_Table):
    url: Address


class FeedTable(_Source):
    """A feed."""

    way: Literal["feed"]
    sections: Sections = {}


class SitemapTable(_Source):
    """A sitemap."""

    way: Literal["sitemap"]
    children: Pattern = ""
    earliest: date | None = None
    sections: Sections = {}


class NewsSitemapTable(_Source):
    """A sitemap of Google News."""

    way: Literal["news-sitemap"]
    children: Pattern = ""
    earliest: date | None = None
    sections: Sections = {}
    hours: Annotated[int, Field(ge=1)] = 48


class _PagedTable(_Source):
    links: str | None = None
    cards: Cards | None = None
    json_items: JsonItems | None = None
    first: str = ""
    first_page: int = 1
    step: Annotated[int, Field(ge=0)] = 0
    first_offset: int = 0
    max_pages: Annotated[int, Field(ge=1)] = 50
    next_link: str = ""
    cursor: str = ""
    form: dict[str, str] = {}
    json_: Annotated[dict[str, Any], Field(alias="json")] = {}
    headers: dict[str, str] = {}
    empty_text: str = ""
    sections: Sections = {}
    section: str = ""

    @model_validator(mode="after")
    def _one_way_of_naming(self) -> _PagedTable:
        named = [name for name in ("links", "cards", "json_items") if getattr(self, name) is not None]
        if len(named) > 1:
            raise ValueError(f"give one of links, cards and json_items, not {' and '.join(named)}")
        return self


class ListingTable(_PagedTable):
    """A section listing."""

    way: Literal["listing"]


class IndexTable(_PagedTable):
    """A dated index."""

    way: Literal["index"]
    earliest: date | None = None


class SearchTable(_PagedTable):
    """A search."""

    way: Literal["search"]
    window_days: Annotated[int, Field(ge=0)] = 0
    earliest: date | None = None


class WordPressTable(_Source):
    """The API of WordPress."""

    way: Literal["wordpress"]
    sections: Sections = {}
    post_type: str = "posts"
    window_days: Annotated[int, Field(ge=1)] = 7
    max_pages: Annotated[int, Field(ge=1)] = 500


class BloggerTable(_Source):
    """The feed of Blogger."""

    way: Literal["blogger"]
    window_days: Annotated[int, Field(ge=1)] = 7
    earliest: date | None = None


SOURCE_TABLES: tuple[type[BaseModel], ...] = (
    FeedTable,
    SitemapTable,
    NewsSitemapTable,
    IndexTable,
    ListingTable,
    SearchTable,
    WordPressTable,
    BloggerTable,
)
SourceTable = Annotated[
    FeedTable
    | SitemapTable
    | NewsSitemapTable
    | IndexTable
    | ListingTable
    | SearchTable
    | WordPressTable
    | BloggerTable,
    Field(discriminator="way"),
]


class RulesTable(_Table):
    """``rules``: hints for reading the article page, see :class:`newscrawl.sites.SiteRules`."""

    title: Selectors = ()
    description: Selectors = ()
    body: Selectors = ()
    published: Selectors = ()
    modified: Selectors = ()
    author: Selectors = ()
    editor: Selectors = ()
    section: Selectors = ()
    tags: Selectors = ()
    caption: Selectors = ()
    drop: Selectors = ()
    drop_text: tuple[Pattern, ...] = ()
    pages: tuple[Annotated[str, AfterValidator(_page_scheme)], ...] = ()


class FamilyRulesTable(RulesTable):
    """``rules`` of a family, which may go on from another family's."""

    extends: str = ""


class _Shared(_Table):
    """What a publisher may state itself or have from its family or network."""

    forbids: str = ""
    outlets: tuple[Text, ...] = ()
    article_urls: tuple[Pattern, ...] = ()
    not_articles: tuple[Pattern, ...] = ()
    examples: tuple[Address, ...] = ()
    not_examples: tuple[Address, ...] = ()
    sources: tuple[SourceTable, ...] = ()


class FamilyTable(_Shared):
    """``families/NAME.toml``."""

    name: str = ""
    patterns: dict[str, Pattern] = {}
    rules: FamilyRulesTable = FamilyRulesTable()


class PublisherTable(_Shared):
    """``NAME.toml``, and a row of ``networks.toml``."""

    title: Text
    region: str
    kind: Literal["national", "regional"] | None = None
    family: str = ""
    domains: Annotated[tuple[Domain, ...], Field(min_length=1)]
    home: Annotated[str, AfterValidator(_front_page)] = ""
    seen: str = ""
    zone: Annotated[str, AfterValidator(_zone)] | None = None
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")] = "id"
    twins: tuple[tuple[Pattern, str], ...] = ()
    browser: Literal["", "listing", "article", "all"] = ""
    rules: RulesTable = RulesTable()
