"""ANTARA Papua, the bureau of the state news agency for Papua."""

from __future__ import annotations

from newscrawl.spiders.families.antara import ANTARA_RULES, AntaraSpider, antara_sources


class AntarapapuaSpider(AntaraSpider):
    name = "antarapapua"
    title = "ANTARA Papua"
    region = "Papua"
    seen = "2026-09: host list; article pages of bureaus"
    allowed_domains = ["papua.antaranews.com"]
    sources = antara_sources("papua.antaranews.com")
    examples = ("https://papua.antaranews.com/berita/612345/harga-beras-naik-jelang-panen",)
    rules = ANTARA_RULES.extended(zone="Asia/Jayapura")
