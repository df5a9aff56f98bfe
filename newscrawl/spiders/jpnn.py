"""JPNN.com."""

from __future__ import annotations

from newscrawl.discovery import DatedIndex, Feed, Search
from newscrawl.spiders.families.jpnn import JPNN_RULES, JpnnNetworkSpider


class JpnnSpider(JpnnNetworkSpider):
    name = "jpnn"
    title = "JPNN.com"
    seen = "2026-08: feed and article pages; a page of 2021"
    allowed_domains = ["jpnn.com"]
    sources = (
        Feed("https://www.jpnn.com/index.php?mib=rss"),
        DatedIndex("https://www.jpnn.com/indeks?id=&d={date:%d}&m={date:%m}&y={date:%Y}&tab=all&page={page}"),
        Search("https://www.jpnn.com/tag/{query:slug}?page={page}"),
    )
    article_urls = (
        r"^https?://(?:www|m)\.jpnn\.com/news/[a-z0-9-]{12,}",
        r"^https?://[a-z]+\.jpnn\.com/[a-z-]+/(?P<id>\d+)/[a-z0-9-]+",
    )
    examples = (
        "https://www.jpnn.com/news/harga-beras-naik-jelang-panen",
        "https://jatim.jpnn.com/jatim-terkini/41234/harga-beras-naik-jelang-panen",
    )
    not_examples = ("https://www.jpnn.com/tag/harga-beras-naik-jelang-panen",)
    rules = JPNN_RULES.extended(outlets=("JPNN.com", "JPNN"))
