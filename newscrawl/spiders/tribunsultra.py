"""Tribun Sultra, of the Tribun Network in Sulawesi Tenggara."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribunsultraSpider(TribunSpider):
    name = "tribunsultra"
    title = "Tribun Sultra"
    region = "Sulawesi Tenggara"
    seen = "2026-07: host list; template and listings as on www (2026-08)"
    allowed_domains = ["sultra.tribunnews.com"]
    sources = tribun_sources("sultra.tribunnews.com")
    examples = ("https://sultra.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("TribunnewsSultra.com", "Tribun Sultra"), zone="Asia/Makassar")
