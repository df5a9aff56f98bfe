"""Tribun Papua Barat, of the Tribun Network in Papua Barat."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribunpapuabaratSpider(TribunSpider):
    name = "tribunpapuabarat"
    title = "Tribun Papua Barat"
    region = "Papua Barat"
    seen = "2026-07: host list; template and listings as on www (2026-08)"
    allowed_domains = ["papuabarat.tribunnews.com"]
    sources = tribun_sources("papuabarat.tribunnews.com")
    examples = ("https://papuabarat.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(
        outlets=("TribunPapuaBarat.com", "Tribun Papua Barat"), zone="Asia/Jayapura"
    )
