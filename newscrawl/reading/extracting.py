"""One page to one record, without a crawl: the same stages that the pipelines run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.reading import parse, read, stages
from newscrawl.sites import Book, find_publisher

if TYPE_CHECKING:
    from datetime import datetime

    from newscrawl.items import Article
    from newscrawl.reading.raw import RawArticle


def extract(
    html: bytes | str,
    url: str,
    *,
    fetched_at: datetime | None = None,
    site_rules: bool = True,
    book: Book | None = None,
) -> Article:
    """The record of the page ``html`` that was found at ``url``.

    ``fetched_at`` (aware) resolves relative and yearless dates; without it they stay unknown. With
    ``site_rules`` false the page is read without anything a site file says. ``book`` holds the publishers; by
    default those that are shipped, and the user's own.

    Raises:
        UnreadablePageError: nothing in ``html`` could be parsed.
        ValueError: ``fetched_at`` is naive.
    """
    return stages.finish(judge(html, url, fetched_at=fetched_at, site_rules=site_rules, book=book))


def judge(
    html: bytes | str,
    url: str,
    *,
    fetched_at: datetime | None = None,
    site_rules: bool = True,
    book: Book | None = None,
) -> RawArticle:
    """Like :func:`extract`, but with every block and its verdict still there, for explanation."""
    if fetched_at is not None and fetched_at.tzinfo is None:
        raise ValueError(f"{url}: fetched_at must be an aware datetime")
    site, rules = find_publisher(url, book)
    page = parse(html, url, rules=rules) if site_rules else parse(html, url)
    raw = read(page, site=site, fetched_at=fetched_at)
    stages.strip_widgets(raw)
    stages.join_pages(raw)
    stages.resolve_dates(raw)
    stages.read_byline(raw)
    stages.detect_language(raw)
    return raw
