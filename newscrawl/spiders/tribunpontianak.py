"""Tribun Pontianak, of the Tribun Network in Kalimantan Barat."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribunpontianakSpider(TribunSpider):
    name = "tribunpontianak"
    title = "Tribun Pontianak"
    region = "Kalimantan Barat"
    seen = "2026-07: host list; template and listings as on www (2026-08)"
    allowed_domains = ["pontianak.tribunnews.com"]
    sources = tribun_sources("pontianak.tribunnews.com")
    examples = ("https://pontianak.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("Tribunpontianak.co.id", "Tribun Pontianak"))
