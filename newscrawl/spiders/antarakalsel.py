"""ANTARA Kalimantan Selatan, the bureau of the state news agency for Kalimantan Selatan."""

from __future__ import annotations

from newscrawl.spiders.families.antara import ANTARA_RULES, AntaraSpider, antara_sources


class AntarakalselSpider(AntaraSpider):
    name = "antarakalsel"
    title = "ANTARA Kalimantan Selatan"
    region = "Kalimantan Selatan"
    seen = "2026-09: host list; article pages of bureaus"
    allowed_domains = ["kalsel.antaranews.com"]
    sources = antara_sources("kalsel.antaranews.com")
    examples = ("https://kalsel.antaranews.com/berita/612345/harga-beras-naik-jelang-panen",)
    rules = ANTARA_RULES.extended(zone="Asia/Makassar")
