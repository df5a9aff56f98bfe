"""Pos Belitung, of the Tribun Network in Kepulauan Bangka Belitung."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class PosbelitungSpider(TribunSpider):
    name = "posbelitung"
    title = "Pos Belitung"
    region = "Kepulauan Bangka Belitung"
    seen = "2026-09: article pages; template and listings as on www (2026-08)"
    allowed_domains = ["belitung.tribunnews.com"]
    sources = tribun_sources("belitung.tribunnews.com")
    examples = ("https://belitung.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("POS BELITUNG", "Posbelitung.co", "Pos Belitung"))
