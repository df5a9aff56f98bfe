"""Tribun Jatim, of the Tribun Network in Jawa Timur."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribunjatimSpider(TribunSpider):
    name = "tribunjatim"
    title = "Tribun Jatim"
    region = "Jawa Timur"
    seen = "2026-07: host list; template and listings as on www (2026-08)"
    allowed_domains = ["jatim.tribunnews.com"]
    sources = tribun_sources("jatim.tribunnews.com")
    examples = ("https://jatim.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("TribunJatim.com", "Tribun Jatim"))
