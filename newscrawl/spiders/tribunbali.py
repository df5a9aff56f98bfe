"""Tribun Bali, of the Tribun Network in Bali."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribunbaliSpider(TribunSpider):
    name = "tribunbali"
    title = "Tribun Bali"
    region = "Bali"
    seen = "2026-07: host list; template and listings as on www (2026-08)"
    allowed_domains = ["bali.tribunnews.com"]
    sources = tribun_sources("bali.tribunnews.com")
    examples = ("https://bali.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(
        outlets=("Tribun-Bali.com", "TRIBUN-BALI.COM", "Tribun Bali"), zone="Asia/Makassar"
    )
