"""ANTARA Kupang, the bureau of the state news agency for Nusa Tenggara Timur."""

from __future__ import annotations

from newscrawl.spiders.families.antara import ANTARA_RULES, AntaraSpider, antara_sources


class AntarakupangSpider(AntaraSpider):
    name = "antarakupang"
    title = "ANTARA Kupang"
    region = "Nusa Tenggara Timur"
    seen = "2026-09: host list; article pages of bureaus"
    allowed_domains = ["kupang.antaranews.com"]
    sources = antara_sources("kupang.antaranews.com")
    examples = ("https://kupang.antaranews.com/berita/612345/harga-beras-naik-jelang-panen",)
    rules = ANTARA_RULES.extended(zone="Asia/Makassar")
