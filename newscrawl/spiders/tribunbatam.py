"""Tribun Batam, of the Tribun Network in Kepulauan Riau."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribunbatamSpider(TribunSpider):
    name = "tribunbatam"
    title = "Tribun Batam"
    region = "Kepulauan Riau"
    seen = "2026-07: host list; template and listings as on www (2026-08)"
    allowed_domains = ["batam.tribunnews.com"]
    sources = tribun_sources("batam.tribunnews.com")
    examples = ("https://batam.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("Tribunbatam.id", "Tribun Batam"))
