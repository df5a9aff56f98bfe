"""Tribun Medan, of the Tribun Network in Sumatera Utara."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribunmedanSpider(TribunSpider):
    name = "tribunmedan"
    title = "Tribun Medan"
    region = "Sumatera Utara"
    seen = "2026-09: article pages; template and listings as on www (2026-08)"
    allowed_domains = ["medan.tribunnews.com"]
    sources = tribun_sources("medan.tribunnews.com")
    examples = ("https://medan.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("Tribun-Medan.com", "TRIBUN-MEDAN.COM", "Tribun Medan"))
