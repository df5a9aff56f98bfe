"""ANTARA Mataram, the bureau of the state news agency for Nusa Tenggara Barat."""

from __future__ import annotations

from newscrawl.spiders.families.antara import ANTARA_RULES, AntaraSpider, antara_sources


class AntaramataramSpider(AntaraSpider):
    name = "antaramataram"
    title = "ANTARA Mataram"
    region = "Nusa Tenggara Barat"
    seen = "2026-09: host list; article pages of bureaus"
    allowed_domains = ["mataram.antaranews.com"]
    sources = antara_sources("mataram.antaranews.com")
    examples = ("https://mataram.antaranews.com/berita/612345/harga-beras-naik-jelang-panen",)
    rules = ANTARA_RULES.extended(zone="Asia/Makassar")
