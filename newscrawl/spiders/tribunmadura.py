"""Tribun Madura, of the Tribun Network in Jawa Timur."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribunmaduraSpider(TribunSpider):
    name = "tribunmadura"
    title = "Tribun Madura"
    region = "Jawa Timur"
    seen = "2026-07: host list; template and listings as on www (2026-08)"
    allowed_domains = ["madura.tribunnews.com"]
    sources = tribun_sources("madura.tribunnews.com")
    examples = ("https://madura.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("TribunMadura.com", "Tribun Madura"))
