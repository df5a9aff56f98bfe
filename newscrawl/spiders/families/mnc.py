"""MNC Portal: Okezone, SINDOnews, iNews, IDX Channel."""

from __future__ import annotations

from typing import ClassVar

from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider

MNC_RULES = SiteRules(
    name="mnc",
    drop=("[class^=baca-juga]", "[class^=baca_juga]", "[class^=lihat-juga]", "#baca-juga", "#relatedNews"),
)

CITY_PORTALS = (
    r"^https?://[a-z]+\.inews\.id/read/(?P<id>\d+)/[a-z0-9-]+",
    r"^https?://[a-z]+\.inews\.id/berita/[a-z0-9-]+",
)
"""Articles on iNews's portals of cities and regions, each on a host of its own."""


class MncSpider(NewsSpider):
    """Sites share their widgets, not their templates."""

    rules = MNC_RULES
    not_articles: ClassVar[tuple[str, ...]] = (
        r"/(?:indeks|tag|topic|topik|search|photo|foto|video|infografis|multimedia|author|more|mmore)"
        r"(?:[/?]|$)",
    )
