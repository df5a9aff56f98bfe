"""Tribun Solo, of the Tribun Network in Jawa Tengah."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribunsoloSpider(TribunSpider):
    name = "tribunsolo"
    title = "Tribun Solo"
    region = "Jawa Tengah"
    seen = "2026-07: host list; a page of 2020; template and listings as on www (2026-08)"
    allowed_domains = ["solo.tribunnews.com"]
    sources = tribun_sources("solo.tribunnews.com")
    examples = ("https://solo.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("TribunSolo.com", "Tribun Solo"))
