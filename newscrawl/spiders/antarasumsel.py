"""ANTARA Sumatera Selatan, the bureau of the state news agency for Sumatera Selatan."""

from __future__ import annotations

from newscrawl.spiders.families.antara import AntaraSpider, antara_sources


class AntarasumselSpider(AntaraSpider):
    name = "antarasumsel"
    title = "ANTARA Sumatera Selatan"
    region = "Sumatera Selatan"
    seen = "2026-09: host list; article pages of bureaus"
    allowed_domains = ["sumsel.antaranews.com"]
    sources = antara_sources("sumsel.antaranews.com")
    examples = ("https://sumsel.antaranews.com/berita/612345/harga-beras-naik-jelang-panen",)
