"""One page to one record, without a crawl: the same stages that the pipelines run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from newscrawl.reading import parse, read, stages
from newscrawl.reading.tree.stated_address import stated_address
from newscrawl.sites import Book, find_publisher

if TYPE_CHECKING:
    from datetime import datetime

    from newscrawl.items import Article
    from newscrawl.reading.raw import RawArticle


def extract(
    html: bytes | str,
    url: str | None = None,
    *,
    fetched_at: datetime | None = None,
    site_rules: bool = True,
    book: Book | None = None,
    page_type: Literal["article"] | None = None,
) -> Article:
    """The record of the page ``html`` that was found at ``url``, by default at the address that it states.

    ``fetched_at`` (aware) resolves relative and yearless dates; without it they stay unknown. With
    ``site_rules`` false the page is read without anything a site file says. ``book`` holds the publishers; by
    default those that are shipped, and the user's own. A caller who knows that the page is an article
    says so by ``page_type`` "article", and is believed: the text comes out whatever the page's signs say.

    Raises:
        UnreadablePageError: nothing in ``html`` could be parsed.
        ValueError: ``fetched_at`` is naive, ``page_type`` is neither "article" nor None, or there is no
            ``url`` and the page states none.
    """
    if url is None:
        url = stated_address(html)
        if url is None:
            raise ValueError("the page states no address of its own; give its url")
    return stages.finish(
        judge(html, url, fetched_at=fetched_at, site_rules=site_rules, book=book, page_type=page_type)
    )


def judge(
    html: bytes | str,
    url: str,
    *,
    fetched_at: datetime | None = None,
    site_rules: bool = True,
    book: Book | None = None,
    page_type: Literal["article"] | None = None,
) -> RawArticle:
    """Like :func:`extract`, but with every block and its verdict still there, for explanation."""
    if fetched_at is not None and fetched_at.tzinfo is None:
        raise ValueError(f"{url}: fetched_at must be an aware datetime")
    if page_type not in (None, "article"):
        raise ValueError(f"{url}: page_type must be 'article' or None, not {page_type!r}")
    site, rules = find_publisher(url, book)
    page = parse(html, url, rules=rules) if site_rules else parse(html, url)
    raw = read(page, site=site, fetched_at=fetched_at, page_type=page_type)
    return stages.settle(raw)
