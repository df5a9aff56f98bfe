"""Tribun Bogor, of the Tribun Network in Jawa Barat."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribunbogorSpider(TribunSpider):
    name = "tribunbogor"
    title = "Tribun Bogor"
    region = "Jawa Barat"
    seen = "2026-09: article pages; template and listings as on www (2026-08)"
    allowed_domains = ["bogor.tribunnews.com"]
    sources = tribun_sources("bogor.tribunnews.com")
    examples = ("https://bogor.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("TribunnewsBogor.com", "Tribun Bogor"))
