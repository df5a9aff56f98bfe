"""The record: what newscrawl says of one article.

This module is the one definition of it. The JSON Schema (``newscrawl schema``) is generated from these
classes, field descriptions included, and the feed exporters write their fields in this order.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, get_args

PageType = Literal["article", "listing", "gallery", "video", "other"]
Precision = Literal["second", "minute", "day"]
Access = Literal["free", "metered", "paid"]

PAGE_TYPES: tuple[PageType, ...] = get_args(PageType)


def described(description: str, **options: Any) -> Any:
    """A dataclass field that carries its meaning for the JSON Schema."""
    return field(metadata={"description": description}, **options)


@dataclass(slots=True, kw_only=True)
class Image:
    """A picture of the article: its address, the line under it, and who made it."""

    url: str = described("Absolute address of the picture.")
    caption: str | None = described("The line under the picture, as published.", default=None)
    credit: str | None = described("Photographer or agency named in the caption.", default=None)


@dataclass(slots=True, kw_only=True)
class Article:
    """One article as newscrawl knows it. Unknown is null or an empty list, never a guess."""

    id: str = described("Stable identifier, made from the canonical URL.")
    url: str = described("Canonical URL.")
    aliases: list[str] = described("Other addresses under which the article was found.", default_factory=list)
    site: str = described("Publisher: the name of its spider, else the registered domain.")
    page_type: PageType = described("What the page is; only an article has a body.", default="other")
    title: str | None = described("Headline as shown on the page.", default=None)
    description: str | None = described("Summary or deck given outside the body.", default=None)
    body: str | None = described(
        "The article's own text as published, paragraphs separated by a blank line.", default=None
    )
    published_at: datetime | None = described("Instant of publication, with its offset.", default=None)
    published_precision: Precision | None = described("How exactly published_at is known.", default=None)
    modified_at: datetime | None = described("Instant of the last change, with its offset.", default=None)
    dates_conflict: str | None = described(
        "What the page's dates disagree about, where they do by more than a day or by whole hours.",
        default=None,
    )
    authors: list[str] = described("Names in the byline.", default_factory=list)
    editors: list[str] = described("Names given as editor.", default_factory=list)
    contributors: list[str] = described("Names given another role.", default_factory=list)
    byline_codes: list[str] = described("Reporter codes that close the text.", default_factory=list)
    dateline: str | None = described("Place named at the start of the text.", default=None)
    source: str | None = described(
        "Agency or site named in the dateline, else in a source line that ends the text.", default=None
    )
    section: str | None = described("Section or category of the site.", default=None)
    tags: list[str] = described("Topics that the publisher gave the article.", default_factory=list)
    images: list[Image] = described("Pictures of the article, the main one first.", default_factory=list)
    language: str | None = described("Language of the text, a BCP 47 tag.", default=None)
    access: Access | None = described("Who may read it: free, metered or paid.", default=None)
    reserved: list[str] = described(
        "What the publisher was seen to reserve against data mining and training, as 'where: what'.",
        default_factory=list,
    )
    reactions: dict[str, int] = described("Readers' reactions, label to count.", default_factory=dict)
    pages: int = described("How many pages of a split article were joined.", default=1)
    pages_announced: int = described("How many pages the article says it has.", default=1)
    fetched_at: datetime | None = described("When the page was fetched.", default=None)
    via: str | None = described(
        "Address of the copy in a web archive that was read, where it was not the publisher's page.",
        default=None,
    )
    version: int = described("Number of this version of the article, from 1.", default=1)
    changed: list[str] = described(
        "Fields in which this version differs from the one before.", default_factory=list
    )
    content_hash: str | None = described("SHA-256 of title and body, folded.", default=None)
    provenance: dict[str, str] = described("Field to what produced it.", default_factory=dict)
    cluster: str | None = described(
        "Identifier of the likely origin in the article's group of copies, which may be its own.",
        default=None,
    )
    copy_of: str | None = described(
        "Identifier of the likely origin where the article is a copy of another.", default=None
    )
