"""Tribun Pantura, of the Tribun Network in Jawa Tengah."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribunpanturaSpider(TribunSpider):
    name = "tribunpantura"
    title = "Tribun Pantura"
    region = "Jawa Tengah"
    seen = "2026-07: host list; template and listings as on www (2026-08)"
    allowed_domains = ["pantura.tribunnews.com"]
    sources = tribun_sources("pantura.tribunnews.com")
    examples = ("https://pantura.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("TribunPantura.com", "Tribun Pantura"))
