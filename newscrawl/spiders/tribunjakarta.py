"""Tribun Jakarta, of the Tribun Network in DKI Jakarta."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribunjakartaSpider(TribunSpider):
    name = "tribunjakarta"
    title = "Tribun Jakarta"
    region = "DKI Jakarta"
    seen = "2026-09: article pages; template and listings as on www (2026-08)"
    allowed_domains = ["jakarta.tribunnews.com"]
    sources = tribun_sources("jakarta.tribunnews.com")
    examples = ("https://jakarta.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("TribunJakarta.com", "Tribun Jakarta"))
