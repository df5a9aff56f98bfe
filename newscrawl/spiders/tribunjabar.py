"""Tribun Jabar, of the Tribun Network in Jawa Barat."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribunjabarSpider(TribunSpider):
    name = "tribunjabar"
    title = "Tribun Jabar"
    region = "Jawa Barat"
    seen = "2026-07: host list; template and listings as on www (2026-08)"
    allowed_domains = ["jabar.tribunnews.com"]
    sources = tribun_sources("jabar.tribunnews.com")
    examples = ("https://jabar.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("Tribunjabar.id", "Tribun Jabar"))
