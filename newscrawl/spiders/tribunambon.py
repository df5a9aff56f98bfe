"""Tribun Ambon, of the Tribun Network in Maluku."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribunambonSpider(TribunSpider):
    name = "tribunambon"
    title = "Tribun Ambon"
    region = "Maluku"
    seen = "2026-07: host list; template and listings as on www (2026-08)"
    allowed_domains = ["ambon.tribunnews.com"]
    sources = tribun_sources("ambon.tribunnews.com")
    examples = ("https://ambon.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("TribunAmbon.com", "Tribun Ambon"), zone="Asia/Jayapura")
