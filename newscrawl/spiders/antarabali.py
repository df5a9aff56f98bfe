"""ANTARA Bali, the bureau of the state news agency for Bali."""

from __future__ import annotations

from newscrawl.spiders.families.antara import ANTARA_RULES, AntaraSpider, antara_sources


class AntarabaliSpider(AntaraSpider):
    name = "antarabali"
    title = "ANTARA Bali"
    region = "Bali"
    seen = "2026-09: host list; article pages of bureaus"
    allowed_domains = ["bali.antaranews.com"]
    sources = antara_sources("bali.antaranews.com")
    examples = ("https://bali.antaranews.com/berita/612345/harga-beras-naik-jelang-panen",)
    rules = ANTARA_RULES.extended(zone="Asia/Makassar")
