"""ANTARA Gorontalo, the bureau of the state news agency for Gorontalo."""

from __future__ import annotations

from newscrawl.spiders.families.antara import ANTARA_RULES, AntaraSpider, antara_sources


class AntaragorontaloSpider(AntaraSpider):
    name = "antaragorontalo"
    title = "ANTARA Gorontalo"
    region = "Gorontalo"
    seen = "2026-09: host list; article pages of bureaus"
    allowed_domains = ["gorontalo.antaranews.com"]
    sources = antara_sources("gorontalo.antaranews.com")
    examples = ("https://gorontalo.antaranews.com/berita/612345/harga-beras-naik-jelang-panen",)
    rules = ANTARA_RULES.extended(zone="Asia/Makassar")
