"""ANTARA Sumatera Barat, the bureau of the state news agency for Sumatera Barat."""

from __future__ import annotations

from newscrawl.spiders.families.antara import AntaraSpider, antara_sources


class AntarasumbarSpider(AntaraSpider):
    name = "antarasumbar"
    title = "ANTARA Sumatera Barat"
    region = "Sumatera Barat"
    seen = "2026-09: host list; article pages of bureaus"
    allowed_domains = ["sumbar.antaranews.com"]
    sources = antara_sources("sumbar.antaranews.com")
    examples = ("https://sumbar.antaranews.com/berita/612345/harga-beras-naik-jelang-panen",)
