"""Jawa Pos, the national host of the group."""

from __future__ import annotations

from newscrawl.discovery import Feed, Listing
from newscrawl.spiders.families.jawapos import JAWAPOS_RULES, JawaPosSpider


class JawaposSpider(JawaPosSpider):
    name = "jawapos"
    title = "Jawa Pos"
    kind = "national"
    seen = "2026-09: article addresses; 2026-07: lists and article pages"
    forbids = "robots.txt closes /search and /api/ (reported 2026)"
    allowed_domains = ["jawapos.com"]
    sources = (
        Feed("https://www.jawapos.com/rss"),
        Listing("https://www.jawapos.com/indeks", max_pages=1),
    )
    article_urls = (r"^https?://(?:www|m)\.jawapos\.com/[a-z0-9-]+/(?P<id>\d{8,12})/[a-z0-9-]+",)
    examples = ("https://www.jawapos.com/ekonomi/2609240188/harga-beras-naik-jelang-panen",)
    not_examples = ("https://www.jawapos.com/tag/2609240188/harga-beras",)
    rules = JAWAPOS_RULES.extended(outlets=("Jawa Pos", "JawaPos.com"))
