"""MNC Portal: Okezone, SINDOnews, iNews, IDX Channel."""

from __future__ import annotations

from typing import ClassVar

from newscrawl.extraction import SiteRules
from newscrawl.spiders.base import NewsSpider

MNC_RULES = SiteRules(
    name="mnc",
    drop=("[class^=baca-juga]", "[class^=baca_juga]", "[class^=lihat-juga]", "#baca-juga", "#relatedNews"),
)


class MncSpider(NewsSpider):
    """Sites share their widgets, not their templates."""

    rules = MNC_RULES
    not_articles: ClassVar[tuple[str, ...]] = (
        r"/(?:indeks|tag|topic|topik|search|photo|foto|video|infografis|multimedia|author|more|mmore)"
        r"(?:[/?]|$)",
    )


class InewsPortalSpider(MncSpider):
    """A city portal of iNews: ``/read/``, a number and a slug on a host of its own."""

    kind = "regional"
    article_urls: ClassVar[tuple[str, ...]] = (
        r"^https?://[a-z]+\.inews\.id/(?:amp/)?read/(?P<id>\d+)/[a-z0-9-]+",
        r"^https?://[a-z]+\.inews\.id/(?:amp/)?berita/[a-z0-9-]+",
    )
    rules = MNC_RULES.extended(pages=("/all", "/{n}"))
