"""B Universe: BeritaSatu, Investor Daily, Jakarta Globe."""

from __future__ import annotations

from typing import ClassVar

from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider

BUNIVERSE_RULES = SiteRules(
    name="buniverse",
    body=("div.b1-article", "div.body-content", "div.content-body"),
    section=(".breadcrumb a:last-child",),
    tags=("a[href*='/tag/'] > h3.badge",),
    drop=("[class^=baca-juga]", ".related-article", ".tags-list", ".underlay-ad", "h3.badge"),
)


class BUniverseSpider(NewsSpider):
    """Lists under ``/indeks``; answers 403 to agents that are no browsers (reported in July 2026)."""

    rules = BUNIVERSE_RULES
    not_articles: ClassVar[tuple[str, ...]] = (
        r"/(?:indeks|newsindex|penulis|editor|tag|search|network|widget|widgets|photo|foto|video|multimedia)"
        r"(?:[/?]|$)",
    )
