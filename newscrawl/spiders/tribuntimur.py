"""Tribun Timur, of the Tribun Network in Sulawesi Selatan."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribuntimurSpider(TribunSpider):
    name = "tribuntimur"
    title = "Tribun Timur"
    region = "Sulawesi Selatan"
    seen = "2026-09: article pages; pages of 2016; template and listings as on www (2026-08)"
    allowed_domains = ["makassar.tribunnews.com"]
    sources = tribun_sources("makassar.tribunnews.com")
    examples = ("https://makassar.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(
        outlets=("Tribun-Timur.com", "TRIBUN-TIMUR.COM", "Tribun Timur"), zone="Asia/Makassar"
    )
