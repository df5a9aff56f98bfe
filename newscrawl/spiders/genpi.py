"""GenPI.co, of the JPNN group."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.spiders.families.jpnn import JPNN_RULES, JpnnNetworkSpider


class GenpiSpider(JpnnNetworkSpider):
    name = "genpi"
    title = "GenPI.co"
    seen = "2024: stored article pages"
    allowed_domains = ["genpi.co"]
    sources = (Listing("https://www.genpi.co/"),)
    article_urls = (r"^https?://(?:[a-z]+\.)?genpi\.co/[a-z-]+/(?P<id>\d+)/[a-z0-9-]+",)
    examples = ("https://kaltim.genpi.co/berita/8123/harga-beras-naik-jelang-panen",)
    not_examples = ("https://www.genpi.co/tag/8123/harga-beras",)
    rules = JPNN_RULES.extended(outlets=("GenPI.co", "GenPI.co Kaltim"))
