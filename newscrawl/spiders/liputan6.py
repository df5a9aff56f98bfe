"""Liputan6.com, of KapanLagi Youniverse."""

from __future__ import annotations

from newscrawl.discovery import Cards, DatedIndex, Feed, Search, Sitemap
from newscrawl.spiders.families.kly import READ_PAGE_RULES, ReadPageSpider


class Liputan6Spider(ReadPageSpider):
    name = "liputan6"
    title = "Liputan6.com"
    seen = "2026-10: dated index and article pages; pages of 2016 to 2026"
    forbids = "robots.txt closes /search (reported 2026)"
    allowed_domains = ["liputan6.com"]
    sources = (
        Feed("https://feed.liputan6.com/rss/news"),
        DatedIndex(
            "https://www.liputan6.com/{section}indeks/{date:%Y/%m/%d}?page={page}",
            Cards("article", "h4 a", date="time"),
            sections={"bisnis": "bisnis/", "news": "news/", "regional": "regional/", "tekno": "tekno/"},
        ),
        Sitemap("https://www.liputan6.com/sitemap.xml"),
        Search(
            "https://www.liputan6.com/search?order=latest&q={query}&type=all"
            "&from_date={since:%d/%m/%Y}&to_date={until:%d/%m/%Y}&page={page}"
        ),
    )
    article_urls = (r"^https?://(?:[a-z0-9-]+\.)?liputan6\.com/(?:[a-z0-9-]+/)?read/(?P<id>\d+)",)
    examples = (
        "https://www.liputan6.com/bisnis/read/8244962/harga-beras-naik-jelang-panen",
        "http://tekno.liputan6.com/read/2436773/harga-ponsel-turun",
    )
    not_examples = ("https://www.liputan6.com/photo/read/8244962/foto-panen-raya",)
    rules = READ_PAGE_RULES.extended(outlets=("Liputan6.com", "Liputan6"))
