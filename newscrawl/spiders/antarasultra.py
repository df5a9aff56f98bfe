"""ANTARA Sulawesi Tenggara, the bureau of the state news agency for Sulawesi Tenggara."""

from __future__ import annotations

from newscrawl.spiders.families.antara import ANTARA_RULES, AntaraSpider, antara_sources


class AntarasultraSpider(AntaraSpider):
    name = "antarasultra"
    title = "ANTARA Sulawesi Tenggara"
    region = "Sulawesi Tenggara"
    seen = "2026-09: host list; article pages of bureaus"
    allowed_domains = ["sultra.antaranews.com"]
    sources = antara_sources("sultra.antaranews.com")
    examples = ("https://sultra.antaranews.com/berita/612345/harga-beras-naik-jelang-panen",)
    rules = ANTARA_RULES.extended(zone="Asia/Makassar")
