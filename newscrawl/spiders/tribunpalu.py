"""Tribun Palu, of the Tribun Network in Sulawesi Tengah."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribunpaluSpider(TribunSpider):
    name = "tribunpalu"
    title = "Tribun Palu"
    region = "Sulawesi Tengah"
    seen = "2026-07: host list; template and listings as on www (2026-08)"
    allowed_domains = ["palu.tribunnews.com"]
    sources = tribun_sources("palu.tribunnews.com")
    examples = ("https://palu.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("TribunPalu.com", "Tribun Palu"), zone="Asia/Makassar")
