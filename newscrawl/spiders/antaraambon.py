"""ANTARA Ambon, the bureau of the state news agency for Maluku."""

from __future__ import annotations

from newscrawl.spiders.families.antara import ANTARA_RULES, AntaraSpider, antara_sources


class AntaraambonSpider(AntaraSpider):
    name = "antaraambon"
    title = "ANTARA Ambon"
    region = "Maluku"
    seen = "2026-09: host list; article pages of bureaus"
    allowed_domains = ["ambon.antaranews.com"]
    sources = antara_sources("ambon.antaranews.com")
    examples = ("https://ambon.antaranews.com/berita/612345/harga-beras-naik-jelang-panen",)
    rules = ANTARA_RULES.extended(zone="Asia/Jayapura")
