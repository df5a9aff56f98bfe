"""ANTARA Banten, the bureau of the state news agency for Banten."""

from __future__ import annotations

from newscrawl.spiders.families.antara import AntaraSpider, antara_sources


class AntarabantenSpider(AntaraSpider):
    name = "antarabanten"
    title = "ANTARA Banten"
    region = "Banten"
    seen = "2026-09: host list; article pages of bureaus"
    allowed_domains = ["banten.antaranews.com"]
    sources = antara_sources("banten.antaranews.com")
    examples = ("https://banten.antaranews.com/berita/612345/harga-beras-naik-jelang-panen",)
