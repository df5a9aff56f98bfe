"""Sriwijaya Post, of the Tribun Network in Sumatera Selatan."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class SripokuSpider(TribunSpider):
    name = "sripoku"
    title = "Sriwijaya Post"
    region = "Sumatera Selatan"
    seen = "2026-09: article pages; template and listings as on www (2026-08)"
    allowed_domains = ["palembang.tribunnews.com"]
    sources = tribun_sources("palembang.tribunnews.com")
    examples = ("https://palembang.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("Sripoku.com", "SRIPOKU.COM", "Sriwijaya Post"))
