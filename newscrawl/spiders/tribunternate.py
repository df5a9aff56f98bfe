"""Tribun Ternate, of the Tribun Network in Maluku Utara."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribunternateSpider(TribunSpider):
    name = "tribunternate"
    title = "Tribun Ternate"
    region = "Maluku Utara"
    seen = "2026-07: host list; template and listings as on www (2026-08)"
    allowed_domains = ["ternate.tribunnews.com"]
    sources = tribun_sources("ternate.tribunnews.com")
    examples = ("https://ternate.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("TribunTernate.com", "Tribun Ternate"), zone="Asia/Jayapura")
