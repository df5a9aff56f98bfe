"""ANTARA Kalimantan Tengah, the bureau of the state news agency for Kalimantan Tengah."""

from __future__ import annotations

from newscrawl.spiders.families.antara import AntaraSpider, antara_sources


class AntarakaltengSpider(AntaraSpider):
    name = "antarakalteng"
    title = "ANTARA Kalimantan Tengah"
    region = "Kalimantan Tengah"
    seen = "2026: host list; a page of 2017"
    allowed_domains = ["kalteng.antaranews.com"]
    sources = antara_sources("kalteng.antaranews.com")
    examples = ("https://kalteng.antaranews.com/berita/612345/harga-beras-naik-jelang-panen",)
