"""Tribun Gorontalo, of the Tribun Network in Gorontalo."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribungorontaloSpider(TribunSpider):
    name = "tribungorontalo"
    title = "Tribun Gorontalo"
    region = "Gorontalo"
    seen = "2026-07: host list; template and listings as on www (2026-08)"
    allowed_domains = ["gorontalo.tribunnews.com"]
    sources = tribun_sources("gorontalo.tribunnews.com")
    examples = ("https://gorontalo.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("TribunGorontalo.com", "Tribun Gorontalo"), zone="Asia/Makassar")
