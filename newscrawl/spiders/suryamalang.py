"""Surya Malang, of the Tribun Network in Jawa Timur."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class SuryamalangSpider(TribunSpider):
    name = "suryamalang"
    title = "Surya Malang"
    region = "Jawa Timur"
    seen = "2026-07: host list; template and listings as on www (2026-08)"
    allowed_domains = ["suryamalang.tribunnews.com"]
    sources = tribun_sources("suryamalang.tribunnews.com")
    examples = ("https://suryamalang.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("SURYAMALANG.COM", "Suryamalang.com", "Surya Malang"))
