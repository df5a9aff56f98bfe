"""Tribun Bekasi, of the Tribun Network in Jawa Barat."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribunbekasiSpider(TribunSpider):
    name = "tribunbekasi"
    title = "Tribun Bekasi"
    region = "Jawa Barat"
    seen = "2026-07: host list; template and listings as on www (2026-08)"
    allowed_domains = ["bekasi.tribunnews.com"]
    sources = tribun_sources("bekasi.tribunnews.com")
    examples = ("https://bekasi.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("TribunBekasi.com", "Tribun Bekasi"))
