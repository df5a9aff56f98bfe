"""Fields that the page states outright, and the evidence for dates and bylines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.items import Article
from newscrawl.reading.fields import byline_evidence as bylines
from newscrawl.reading.fields import date_evidence as dates
from newscrawl.reading.fields.access import access
from newscrawl.reading.fields.description import description
from newscrawl.reading.fields.images import images
from newscrawl.reading.fields.reactions import reactions
from newscrawl.reading.fields.reservations import reserved_by_page
from newscrawl.reading.fields.sections import section
from newscrawl.reading.fields.topics import tags
from newscrawl.record.addresses import article_id, canonical_url

if TYPE_CHECKING:
    from newscrawl.reading.byline.evidence import BylineEvidence
    from newscrawl.reading.dates.evidence import DateEvidence
    from newscrawl.reading.fields.sources import Sources


def read_fields(sources: Sources, *, site: str) -> Article:
    """The record's directly stated fields, each with its provenance."""
    page = sources.page
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
    article.reserved = reserved_by_page(page)
    if counted := reactions(page.root):
        article.reactions, article.provenance["reactions"] = counted, "page: reactions"
    return article


def date_evidence(sources: Sources) -> list[DateEvidence]:
    """Every statement about the article's dates on the page and in its address."""
    return dates.collect(sources)


def byline_evidence(sources: Sources) -> list[BylineEvidence]:
    """Every statement about who wrote and edited the article."""
    return bylines.collect(sources)
