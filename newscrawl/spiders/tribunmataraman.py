"""Tribun Mataraman, of the Tribun Network in Jawa Timur."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribunmataramanSpider(TribunSpider):
    name = "tribunmataraman"
    title = "Tribun Mataraman"
    region = "Jawa Timur"
    seen = "2026-07: host list; template and listings as on www (2026-08)"
    allowed_domains = ["mataraman.tribunnews.com"]
    sources = tribun_sources("mataraman.tribunnews.com")
    examples = ("https://mataraman.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("TribunMataraman.com", "Tribun Mataraman"))
