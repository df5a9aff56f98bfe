"""Bola.com, football news of KapanLagi Youniverse."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.spiders.families.kly import READ_PAGE_RULES, ReadPageSpider


class BolacomSpider(ReadPageSpider):
    name = "bolacom"
    title = "Bola.com"
    seen = "2020: article pages"
    allowed_domains = ["bola.com"]
    sources = (Listing("https://www.bola.com/"),)
    article_urls = (r"^https?://(?:www\.|m\.)?bola\.com/[a-z0-9-]+/read/(?P<id>\d+)/[a-z0-9-]+",)
    examples = ("https://www.bola.com/dunia/read/4268266/lima-pemain-terbaik-dunia",)
    not_examples = ("https://www.bola.com/photo/read/4268266/foto-latihan-timnas",)
    rules = READ_PAGE_RULES.extended(outlets=("Bola.com",))
