"""Tribun Tangerang, of the Tribun Network in Banten."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribuntangerangSpider(TribunSpider):
    name = "tribuntangerang"
    title = "Tribun Tangerang"
    region = "Banten"
    seen = "2026-07: host list; template and listings as on www (2026-08)"
    allowed_domains = ["tangerang.tribunnews.com"]
    sources = tribun_sources("tangerang.tribunnews.com")
    examples = ("https://tangerang.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("TribunTangerang.com", "Tribun Tangerang"))
