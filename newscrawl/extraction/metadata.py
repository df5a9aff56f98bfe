"""Fields that the page states outright, and the evidence for dates and bylines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.extraction import byline_evidence as bylines
from newscrawl.extraction import date_evidence as dates
from newscrawl.items import Article
from newscrawl.urls import article_id, canonical_url

if TYPE_CHECKING:
    from newscrawl.dates.evidence import DateEvidence
    from newscrawl.extraction.page import Page
    from newscrawl.extraction.raw import BylineEvidence


def read_fields(page: Page, *, site: str) -> Article:
    """The record's directly stated fields, each with its provenance."""
    url = canonical_url(page.url, page.rules.urls)
    article = Article(
        id=article_id(url, page.rules.urls), url=url, site=site, title=page.sources.headline.text
    )
    article.provenance["title"] = page.sources.headline.origin
    return article


def date_evidence(page: Page) -> list[DateEvidence]:
    """Every statement about the article's dates on the page and in its address."""
    return dates.collect(page.sources)


def byline_evidence(page: Page) -> list[BylineEvidence]:
    """Every statement about who wrote and edited the article."""
    return bylines.collect(page.sources)
