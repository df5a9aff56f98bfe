"""ANTARA Lampung, the bureau of the state news agency for Lampung."""

from __future__ import annotations

from newscrawl.spiders.families.antara import AntaraSpider, antara_sources


class AntaralampungSpider(AntaraSpider):
    name = "antaralampung"
    title = "ANTARA Lampung"
    region = "Lampung"
    seen = "2026-09: host list; article pages of bureaus"
    allowed_domains = ["lampung.antaranews.com"]
    sources = antara_sources("lampung.antaranews.com")
    examples = ("https://lampung.antaranews.com/berita/612345/harga-beras-naik-jelang-panen",)
