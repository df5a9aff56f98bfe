"""Tribun Padang, of the Tribun Network in Sumatera Barat."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribunpadangSpider(TribunSpider):
    name = "tribunpadang"
    title = "Tribun Padang"
    region = "Sumatera Barat"
    seen = "2025-06: article pages; template and listings as on www (2026-08)"
    allowed_domains = ["padang.tribunnews.com"]
    sources = tribun_sources("padang.tribunnews.com")
    examples = ("https://padang.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("TribunPadang.com", "Tribun Padang"))
