"""Tribun Jateng, of the Tribun Network in Jawa Tengah."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribunjatengSpider(TribunSpider):
    name = "tribunjateng"
    title = "Tribun Jateng"
    region = "Jawa Tengah"
    seen = "2026-07: host list; template and listings as on www (2026-08)"
    allowed_domains = ["jateng.tribunnews.com"]
    sources = tribun_sources("jateng.tribunnews.com")
    examples = ("https://jateng.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("Tribunjateng.com", "Tribun Jateng"))
