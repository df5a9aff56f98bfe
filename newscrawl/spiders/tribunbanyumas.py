"""Tribun Banyumas, of the Tribun Network in Jawa Tengah."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribunbanyumasSpider(TribunSpider):
    name = "tribunbanyumas"
    title = "Tribun Banyumas"
    region = "Jawa Tengah"
    seen = "2026-07: host list; template and listings as on www (2026-08)"
    allowed_domains = ["banyumas.tribunnews.com"]
    sources = tribun_sources("banyumas.tribunnews.com")
    examples = ("https://banyumas.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("TribunBanyumas.com", "Tribun Banyumas"))
