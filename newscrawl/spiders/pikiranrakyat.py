"""Pikiran Rakyat, a daily of Bandung, with hundreds of partners on hosts of their own."""

from __future__ import annotations

from newscrawl.discovery import Listing, Sitemap
from newscrawl.spiders.families.promedia import PROMEDIA_RULES, PromediaSpider


class PikiranrakyatSpider(PromediaSpider):
    name = "pikiranrakyat"
    title = "Pikiran Rakyat"
    region = "Jawa Barat"
    kind = "regional"
    seen = "2026-08: partner hosts, search and article pages; a page of 2020"
    allowed_domains = ["pikiran-rakyat.com"]
    sources = (
        Sitemap("https://www.pikiran-rakyat.com/sitemap.xml"),
        Listing(
            "https://www.pikiran-rakyat.com/{section}?page={page}",
            sections={"nasional": "nasional", "ekonomi": "ekonomi", "jawa-barat": "jawa-barat"},
        ),
    )
    examples = ("https://zonajakarta.pikiran-rakyat.com/internasional/pr-18808737/pasar-dunia-bergejolak",)
    not_examples = ("https://www.pikiran-rakyat.com/tag/pr-18808737/pasar-dunia",)
    rules = PROMEDIA_RULES.extended(published=("span.mt-10",), outlets=("PIKIRAN RAKYAT", "Pikiran Rakyat"))
