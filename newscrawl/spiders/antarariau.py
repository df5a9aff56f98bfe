"""ANTARA Riau, the bureau of the state news agency for Riau."""

from __future__ import annotations

from newscrawl.spiders.families.antara import AntaraSpider, antara_sources


class AntarariauSpider(AntaraSpider):
    name = "antarariau"
    title = "ANTARA Riau"
    region = "Riau"
    seen = "2026-09: host list; article pages of bureaus"
    allowed_domains = ["riau.antaranews.com"]
    sources = antara_sources("riau.antaranews.com")
    examples = ("https://riau.antaranews.com/berita/612345/harga-beras-naik-jelang-panen",)
