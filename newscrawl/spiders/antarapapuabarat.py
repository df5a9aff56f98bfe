"""ANTARA Papua Barat, the bureau of the state news agency for Papua Barat."""

from __future__ import annotations

from newscrawl.spiders.families.antara import ANTARA_RULES, AntaraSpider, antara_sources


class AntarapapuabaratSpider(AntaraSpider):
    name = "antarapapuabarat"
    title = "ANTARA Papua Barat"
    region = "Papua Barat"
    seen = "2026-09: host list; article pages of bureaus"
    allowed_domains = ["papuabarat.antaranews.com"]
    sources = antara_sources("papuabarat.antaranews.com")
    examples = ("https://papuabarat.antaranews.com/berita/612345/harga-beras-naik-jelang-panen",)
    rules = ANTARA_RULES.extended(zone="Asia/Jayapura")
