"""Tribun Jambi, of the Tribun Network in Jambi."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribunjambiSpider(TribunSpider):
    name = "tribunjambi"
    title = "Tribun Jambi"
    region = "Jambi"
    seen = "2026-07: host list; template and listings as on www (2026-08)"
    allowed_domains = ["jambi.tribunnews.com"]
    sources = tribun_sources("jambi.tribunnews.com")
    examples = ("https://jambi.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("Tribunjambi.com", "Tribun Jambi"))
