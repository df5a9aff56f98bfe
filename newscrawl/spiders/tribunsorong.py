"""Tribun Sorong, of the Tribun Network in Papua Barat Daya."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribunsorongSpider(TribunSpider):
    name = "tribunsorong"
    title = "Tribun Sorong"
    region = "Papua Barat Daya"
    seen = "2026: host list; template and listings as on www (2026-08)"
    allowed_domains = ["sorong.tribunnews.com"]
    sources = tribun_sources("sorong.tribunnews.com")
    examples = ("https://sorong.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("TribunSorong.com", "Tribun Sorong"), zone="Asia/Jayapura")
