"""Jaringan Informasi Bisnis Indonesia (JIBI): Bisnis.com, Harian Jogja, Solopos."""

from __future__ import annotations

from typing import ClassVar

from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider

JIBI_RULES = SiteRules(
    name="jibi",
    title=("h1.detailsTitleCaption",),
    body=("article.detailsContent", ".details-content", ".article-content", ".content-article"),
    published=(".detailsAttributeDates",),
    section=(".breadcrumbItem .breadcrumbLink",),
    drop=("[class^=baca-juga-box]", ".detailsAds"),
)


class JibiSpider(NewsSpider):
    """Channels are hosts, articles carry their number."""

    rules = JIBI_RULES
    not_articles: ClassVar[tuple[str, ...]] = (
        r"/(?:index|indeks|topic|tag|search|foto|video|page)(?:[/?]|$)",
        r"^https?://(?:epaper|foto|video|infografis|search)\.",
    )
