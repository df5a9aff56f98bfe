"""Reads one parsed page into a raw article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.extraction import body, metadata, pagetype, paging
from newscrawl.extraction.raw import RawArticle

if TYPE_CHECKING:
    from datetime import datetime

    from newscrawl.extraction.page import Page


def read(page: Page, *, site: str, fetched_at: datetime | None = None) -> RawArticle:
    """Everything the page says, as found: blocks, dates and bylines as evidence, the rest as fields."""
    article = metadata.read_fields(page, site=site)
    article.fetched_at = fetched_at
    finding = body.find(page, title=article.title)
    article.provenance["body"] = finding.origin
    signs = pagetype.read_signs(page)
    article.page_type = pagetype.settle(signs, finding.blocks, final=False)
    return RawArticle(
        article=article,
        blocks=finding.blocks,
        date_evidence=metadata.date_evidence(page),
        byline_evidence=metadata.byline_evidence(page),
        rules=page.rules,
        signs=signs,
        announced=paging.announced(page, finding.blocks),
    )
