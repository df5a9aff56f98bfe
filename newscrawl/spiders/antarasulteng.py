"""ANTARA Sulawesi Tengah, the bureau of the state news agency for Sulawesi Tengah."""

from __future__ import annotations

from newscrawl.spiders.families.antara import ANTARA_RULES, AntaraSpider, antara_sources


class AntarasultengSpider(AntaraSpider):
    name = "antarasulteng"
    title = "ANTARA Sulawesi Tengah"
    region = "Sulawesi Tengah"
    seen = "2026-09: host list; article pages of bureaus"
    allowed_domains = ["sulteng.antaranews.com"]
    sources = antara_sources("sulteng.antaranews.com")
    examples = ("https://sulteng.antaranews.com/berita/612345/harga-beras-naik-jelang-panen",)
    rules = ANTARA_RULES.extended(zone="Asia/Makassar")
