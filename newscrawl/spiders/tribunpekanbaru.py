"""Tribun Pekanbaru, of the Tribun Network in Riau."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribunpekanbaruSpider(TribunSpider):
    name = "tribunpekanbaru"
    title = "Tribun Pekanbaru"
    region = "Riau"
    seen = "2026-09: article pages; template and listings as on www (2026-08)"
    allowed_domains = ["pekanbaru.tribunnews.com"]
    sources = tribun_sources("pekanbaru.tribunnews.com")
    examples = ("https://pekanbaru.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("Tribunpekanbaru.com", "Tribun Pekanbaru"))
