"""Reads one parsed page into a raw article."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from newscrawl.reading import paging
from newscrawl.reading.body import choosing as body
from newscrawl.reading.body import pagetype
from newscrawl.reading.body.shell import is_shell
from newscrawl.reading.fields import metadata
from newscrawl.reading.fields.extent import Extent
from newscrawl.reading.fields.sources import Sources
from newscrawl.reading.raw import RawArticle

if TYPE_CHECKING:
    from datetime import datetime

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
    signs = pagetype.read_signs(sources)
    told = page_type is not None
    article.page_type = "article" if told else pagetype.settle(signs, finding.blocks, final=False)
    if article.page_type != "article":
        signs = replace(signs, shell=is_shell(page, sources.outline.lines.texts))
    return RawArticle(
        article=article,
        blocks=finding.blocks,
        date_evidence=metadata.date_evidence(sources),
        byline_evidence=metadata.byline_evidence(sources),
        rules=page.rules,
        signs=signs,
        told=told,
        initials=sources.site_initials,
        announced=paging.announced(sources, finding.blocks),
    )
