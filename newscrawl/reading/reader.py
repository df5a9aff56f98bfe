"""Reads one parsed page into a raw article."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from newscrawl.reading import paging
from newscrawl.reading.body import choosing as body
from newscrawl.reading.body import pagetype
from newscrawl.reading.body.pagesigns import read_signs
from newscrawl.reading.body.shell import is_shell
from newscrawl.reading.fields import metadata
from newscrawl.reading.fields.extent import Extent
from newscrawl.reading.fields.sources import Sources
from newscrawl.reading.raw import RawArticle

if TYPE_CHECKING:
    from datetime import datetime

    from newscrawl.reading.byline.evidence import BylineEvidence
    from newscrawl.reading.dates.evidence import DateEvidence
    from newscrawl.reading.raw import PageSigns
    from newscrawl.reading.tree.page import Page


def read(
    page: Page,
    *,
    site: str,
    fetched_at: datetime | None = None,
    page_type: Literal["article"] | None = None,
) -> RawArticle:
    """Everything the page says, as found: blocks, dates and bylines as evidence, the rest as fields.

    With ``page_type`` "article" the caller knows what the page is (a feed or a news sitemap named it), and is
    believed: the text comes out whatever the page's signs say.
    """
    sources = Sources(page)
    finding = body.find(sources, title=sources.headline.text)
    sources.extent = Extent(finding.blocks, sources.outline.lines, sources.headline.end)
    article = metadata.read_fields(sources, site=site)
    article.fetched_at = fetched_at
    article.provenance["body"] = finding.origin
    signs = read_signs(sources)
    told = page_type is not None
    article.page_type = "article" if told else pagetype.settle(signs, finding.blocks, final=False)
    if article.page_type != "article":
        signs = replace(signs, shell=is_shell(page, sources.outline.lines.texts))
    days, people = metadata.date_evidence(sources), metadata.byline_evidence(sources)
    return RawArticle(
        article=article,
        blocks=finding.blocks,
        date_evidence=days,
        byline_evidence=people,
        rules=page.rules,
        signs=_claims(signs, sources.headline.text or "", days, people),
        told=told,
        initials=sources.site_initials,
        names=sources.names_beside(sources.headline.text or ""),
        announced=paging.announced(sources, finding.blocks),
    )


def _claims(
    signs: PageSigns, title: str, days: list[DateEvidence], people: list[BylineEvidence]
) -> PageSigns:
    """The signs, with whether a day and a writer are named where one looks for those of an article.

    The folders of an address say when the site was asked for it, a meta for all pages who runs the site, and
    what stands in the title ("Liputan: ...") is no writer.
    """
    signed = any(not person.detail.startswith("meta") and person.text not in title for person in people)
    has_day = any(day.role == "published" and day.origin != "url" for day in days)
    return replace(signs, signed=signed, has_day=has_day)
