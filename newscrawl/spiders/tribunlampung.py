"""Tribun Lampung, of the Tribun Network in Lampung."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribunlampungSpider(TribunSpider):
    name = "tribunlampung"
    title = "Tribun Lampung"
    region = "Lampung"
    seen = "2026-09: article pages; template and listings as on www (2026-08)"
    allowed_domains = ["lampung.tribunnews.com"]
    sources = tribun_sources("lampung.tribunnews.com")
    examples = ("https://lampung.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("Tribunlampung.co.id", "TRIBUN LAMPUNG.CO.ID", "Tribun Lampung"))
