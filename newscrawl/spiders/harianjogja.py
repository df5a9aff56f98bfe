"""Harian Jogja, the daily of JIBI in Yogyakarta."""

from __future__ import annotations

from newscrawl.discovery import Listing, Search
from newscrawl.spiders.families.jibi import JIBI_RULES, JibiSpider


class HarianjogjaSpider(JibiSpider):
    name = "harianjogja"
    title = "Harian Jogja"
    region = "DI Yogyakarta"
    kind = "regional"
    seen = "2026-08: search and article pages"
    allowed_domains = ["harianjogja.com"]
    sources = (
        Listing("https://www.harianjogja.com/index"),
        Search("https://www.harianjogja.com/search?q={query}&page={page}"),
    )
    article_urls = (
        r"^https?://[a-z]+\.harianjogja\.com/r-(?P<id>\d+)/[a-z0-9-]+",
        r"^https?://[a-z]+\.harianjogja\.com/read/\d{4}/\d{2}/\d{2}/\d+/(?P<id>\d+)/[a-z0-9-]+",
    )
    examples = ("https://jogjapolitan.harianjogja.com/r-1212345/harga-beras-naik-jelang-panen",)
    rules = JIBI_RULES.extended(outlets=("Harian Jogja", "Harianjogja.com"))
