"""Tribun Sumsel, of the Tribun Network in Sumatera Selatan."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribunsumselSpider(TribunSpider):
    name = "tribunsumsel"
    title = "Tribun Sumsel"
    region = "Sumatera Selatan"
    seen = "2026-07: host list; template and listings as on www (2026-08)"
    allowed_domains = ["sumsel.tribunnews.com"]
    sources = tribun_sources("sumsel.tribunnews.com")
    examples = ("https://sumsel.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("Tribunsumsel.com", "Tribun Sumsel"))
