"""ANTARA Makassar, the bureau of the state news agency for Sulawesi Selatan."""

from __future__ import annotations

from newscrawl.spiders.families.antara import ANTARA_RULES, AntaraSpider, antara_sources


class AntaramakassarSpider(AntaraSpider):
    name = "antaramakassar"
    title = "ANTARA Makassar"
    region = "Sulawesi Selatan"
    seen = "2026-09: host list; article pages of bureaus"
    allowed_domains = ["makassar.antaranews.com"]
    sources = antara_sources("makassar.antaranews.com")
    examples = ("https://makassar.antaranews.com/berita/612345/harga-beras-naik-jelang-panen",)
    rules = ANTARA_RULES.extended(zone="Asia/Makassar")
