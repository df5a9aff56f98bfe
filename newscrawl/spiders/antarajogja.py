"""ANTARA Yogyakarta, the bureau of the state news agency for DI Yogyakarta."""

from __future__ import annotations

from newscrawl.spiders.families.antara import AntaraSpider, antara_sources


class AntarajogjaSpider(AntaraSpider):
    name = "antarajogja"
    title = "ANTARA Yogyakarta"
    region = "DI Yogyakarta"
    seen = "2026-09: host list; article pages of bureaus"
    allowed_domains = ["jogja.antaranews.com"]
    sources = antara_sources("jogja.antaranews.com")
    examples = ("https://jogja.antaranews.com/berita/612345/harga-beras-naik-jelang-panen",)
