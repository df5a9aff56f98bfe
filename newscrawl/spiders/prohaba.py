"""Prohaba, of the Tribun Network in Aceh."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class ProhabaSpider(TribunSpider):
    name = "prohaba"
    title = "Prohaba"
    region = "Aceh"
    seen = "2026-09: article pages; template and listings as on www (2026-08)"
    allowed_domains = ["prohaba.tribunnews.com"]
    sources = tribun_sources("prohaba.tribunnews.com")
    examples = ("https://prohaba.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("PROHABA.CO", "Prohaba"))
