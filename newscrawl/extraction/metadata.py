"""Fields that the page states outright, and the evidence for dates and bylines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.extraction import byline_evidence as bylines
from newscrawl.extraction import date_evidence as dates
from newscrawl.extraction.access import access
from newscrawl.extraction.description import description
from newscrawl.extraction.images import images
from newscrawl.extraction.reactions import reactions
from newscrawl.extraction.topics import section, tags
from newscrawl.items import Article
from newscrawl.urls import article_id, canonical_url

if TYPE_CHECKING:
    from newscrawl.dates.evidence import DateEvidence
    from newscrawl.extraction.page import Page
    from newscrawl.extraction.raw import BylineEvidence


def read_fields(page: Page, *, site: str) -> Article:
    """The record's directly stated fields, each with its provenance."""
    sources = page.sources
    url = canonical_url(page.url, page.rules.urls)
    article = Article(id=article_id(url, page.rules.urls), url=url, site=site, title=sources.headline.text)
    article.provenance["title"] = sources.headline.origin
    if (stated := description(sources)) is not None:
        article.description, article.provenance["description"] = stated
    if (filed := section(sources)) is not None:
        article.section, article.provenance["section"] = filed
    if (tagged := tags(sources)) is not None:
        article.tags, article.provenance["tags"] = tagged
    if (pictured := images(sources)) is not None:
        article.images, article.provenance["images"] = pictured
    if (readable := access(sources)) is not None:
        article.access, article.provenance["access"] = readable
    if counted := reactions(page.root):
        article.reactions, article.provenance["reactions"] = counted, "page: reactions"
    return article


def date_evidence(page: Page) -> list[DateEvidence]:
    """Every statement about the article's dates on the page and in its address."""
    return dates.collect(page.sources)


def byline_evidence(page: Page) -> list[BylineEvidence]:
    """Every statement about who wrote and edited the article."""
    return bylines.collect(page.sources)
