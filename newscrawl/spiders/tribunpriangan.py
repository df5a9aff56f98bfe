"""Tribun Priangan, of the Tribun Network in Jawa Barat."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribunprianganSpider(TribunSpider):
    name = "tribunpriangan"
    title = "Tribun Priangan"
    region = "Jawa Barat"
    seen = "2026: host list; template and listings as on www (2026-08)"
    allowed_domains = ["priangan.tribunnews.com"]
    sources = tribun_sources("priangan.tribunnews.com")
    examples = ("https://priangan.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("TribunPriangan.com", "Tribun Priangan"))
