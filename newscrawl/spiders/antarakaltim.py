"""ANTARA Kalimantan Timur, the bureau of the state news agency for Kalimantan Timur."""

from __future__ import annotations

from newscrawl.spiders.families.antara import ANTARA_RULES, AntaraSpider, antara_sources


class AntarakaltimSpider(AntaraSpider):
    name = "antarakaltim"
    title = "ANTARA Kalimantan Timur"
    region = "Kalimantan Timur"
    seen = "2026-09: host list; article pages of bureaus"
    allowed_domains = ["kaltim.antaranews.com"]
    sources = antara_sources("kaltim.antaranews.com")
    examples = ("https://kaltim.antaranews.com/berita/612345/harga-beras-naik-jelang-panen",)
    rules = ANTARA_RULES.extended(zone="Asia/Makassar")
