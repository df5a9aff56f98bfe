"""Tribun Papua, of the Tribun Network in Papua."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribunpapuaSpider(TribunSpider):
    name = "tribunpapua"
    title = "Tribun Papua"
    region = "Papua"
    seen = "2025-06: article pages; template and listings as on www (2026-08)"
    allowed_domains = ["papua.tribunnews.com"]
    sources = tribun_sources("papua.tribunnews.com")
    examples = ("https://papua.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("Tribun-Papua.com", "Tribun Papua"), zone="Asia/Jayapura")
