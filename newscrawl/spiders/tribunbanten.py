"""Tribun Banten, of the Tribun Network in Banten."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribunbantenSpider(TribunSpider):
    name = "tribunbanten"
    title = "Tribun Banten"
    region = "Banten"
    seen = "2026-07: host list; template and listings as on www (2026-08)"
    allowed_domains = ["banten.tribunnews.com"]
    sources = tribun_sources("banten.tribunnews.com")
    examples = ("https://banten.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("TribunBanten.com", "Tribun Banten"))
