"""Tribun Sulbar, of the Tribun Network in Sulawesi Barat."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribunsulbarSpider(TribunSpider):
    name = "tribunsulbar"
    title = "Tribun Sulbar"
    region = "Sulawesi Barat"
    seen = "2026-07: host list; template and listings as on www (2026-08)"
    allowed_domains = ["sulbar.tribunnews.com"]
    sources = tribun_sources("sulbar.tribunnews.com")
    examples = ("https://sulbar.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("Tribun-Sulbar.com", "Tribun Sulbar"), zone="Asia/Makassar")
