"""Tribun Muria, of the Tribun Network in Jawa Tengah."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribunmuriaSpider(TribunSpider):
    name = "tribunmuria"
    title = "Tribun Muria"
    region = "Jawa Tengah"
    seen = "2026: host list; template and listings as on www (2026-08)"
    allowed_domains = ["muria.tribunnews.com"]
    sources = tribun_sources("muria.tribunnews.com")
    examples = ("https://muria.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("TribunMuria.com", "Tribun Muria"))
