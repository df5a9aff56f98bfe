"""ANTARA Kalimantan Barat, the bureau of the state news agency for Kalimantan Barat."""

from __future__ import annotations

from newscrawl.spiders.families.antara import AntaraSpider, antara_sources


class AntarakalbarSpider(AntaraSpider):
    name = "antarakalbar"
    title = "ANTARA Kalimantan Barat"
    region = "Kalimantan Barat"
    seen = "2026-09: host list; article pages of bureaus"
    allowed_domains = ["kalbar.antaranews.com"]
    sources = antara_sources("kalbar.antaranews.com")
    examples = ("https://kalbar.antaranews.com/berita/612345/harga-beras-naik-jelang-panen",)
