"""Tribun Kalteng, of the Tribun Network in Kalimantan Tengah."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribunkaltengSpider(TribunSpider):
    name = "tribunkalteng"
    title = "Tribun Kalteng"
    region = "Kalimantan Tengah"
    seen = "2026-07: host list; template and listings as on www (2026-08)"
    allowed_domains = ["kalteng.tribunnews.com"]
    sources = tribun_sources("kalteng.tribunnews.com")
    examples = ("https://kalteng.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("Tribunkalteng.com", "Tribun Kalteng"))
