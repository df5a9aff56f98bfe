"""ANTARA Manado, the bureau of the state news agency for Sulawesi Utara."""

from __future__ import annotations

from newscrawl.spiders.families.antara import ANTARA_RULES, AntaraSpider, antara_sources


class AntaramanadoSpider(AntaraSpider):
    name = "antaramanado"
    title = "ANTARA Manado"
    region = "Sulawesi Utara"
    seen = "2026-09: host list; article pages of bureaus"
    allowed_domains = ["manado.antaranews.com"]
    sources = antara_sources("manado.antaranews.com")
    examples = ("https://manado.antaranews.com/berita/612345/harga-beras-naik-jelang-panen",)
    rules = ANTARA_RULES.extended(zone="Asia/Makassar")
