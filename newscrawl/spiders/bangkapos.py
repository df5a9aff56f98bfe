"""Bangka Pos, of the Tribun Network in Kepulauan Bangka Belitung."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class BangkaposSpider(TribunSpider):
    name = "bangkapos"
    title = "Bangka Pos"
    region = "Kepulauan Bangka Belitung"
    seen = "2026-07: host list; template and listings as on www (2026-08)"
    allowed_domains = ["bangka.tribunnews.com"]
    sources = tribun_sources("bangka.tribunnews.com")
    examples = ("https://bangka.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("Bangkapos.com", "Bangka Pos"))
