"""ANTARA Sumatera Utara, the bureau of the state news agency for Sumatera Utara."""

from __future__ import annotations

from newscrawl.spiders.families.antara import AntaraSpider, antara_sources


class AntarasumutSpider(AntaraSpider):
    name = "antarasumut"
    title = "ANTARA Sumatera Utara"
    region = "Sumatera Utara"
    seen = "2026-09: host list; article pages of bureaus"
    allowed_domains = ["sumut.antaranews.com"]
    sources = antara_sources("sumut.antaranews.com")
    examples = ("https://sumut.antaranews.com/berita/612345/harga-beras-naik-jelang-panen",)
