"""Warta Kota, of the Tribun Network in DKI Jakarta."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class WartakotaSpider(TribunSpider):
    name = "wartakota"
    title = "Warta Kota"
    region = "DKI Jakarta"
    seen = "2025-06: article pages; template and listings as on www (2026-08)"
    allowed_domains = ["wartakota.tribunnews.com"]
    sources = tribun_sources("wartakota.tribunnews.com")
    examples = ("https://wartakota.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("Wartakotalive.com", "WARTAKOTALIVE.COM", "Warta Kota"))
