"""Tribun Flores, of the Tribun Network in Nusa Tenggara Timur."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribunfloresSpider(TribunSpider):
    name = "tribunflores"
    title = "Tribun Flores"
    region = "Nusa Tenggara Timur"
    seen = "2026-07: host list; template and listings as on www (2026-08)"
    allowed_domains = ["flores.tribunnews.com"]
    sources = tribun_sources("flores.tribunnews.com")
    examples = ("https://flores.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("TribunFlores.com", "Tribun Flores"), zone="Asia/Makassar")
