"""Surya, of the Tribun Network in Jawa Timur."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class SuryaSpider(TribunSpider):
    name = "surya"
    title = "Surya"
    region = "Jawa Timur"
    seen = "2026-09: article pages; template and listings as on www (2026-08)"
    allowed_domains = ["surabaya.tribunnews.com"]
    sources = tribun_sources("surabaya.tribunnews.com")
    examples = ("https://surabaya.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("SURYA.CO.ID", "Surya.co.id", "Surya"))
