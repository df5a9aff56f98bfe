"""Pos Kupang, of the Tribun Network in Nusa Tenggara Timur."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class PoskupangSpider(TribunSpider):
    name = "poskupang"
    title = "Pos Kupang"
    region = "Nusa Tenggara Timur"
    seen = "2025-06: article pages; template and listings as on www (2026-08)"
    allowed_domains = ["kupang.tribunnews.com"]
    sources = tribun_sources("kupang.tribunnews.com")
    examples = ("https://kupang.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(
        outlets=("POS-KUPANG.COM", "Pos-Kupang.com", "Pos Kupang"), zone="Asia/Makassar"
    )
