"""Tribun Jogja, of the Tribun Network in DI Yogyakarta."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribunjogjaSpider(TribunSpider):
    name = "tribunjogja"
    title = "Tribun Jogja"
    region = "DI Yogyakarta"
    seen = "2026-07: host list; template and listings as on www (2026-08)"
    allowed_domains = ["jogja.tribunnews.com"]
    sources = tribun_sources("jogja.tribunnews.com")
    examples = ("https://jogja.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("Tribunjogja.com", "Tribun Jogja"))
