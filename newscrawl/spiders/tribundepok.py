"""Tribun Depok, of the Tribun Network in Jawa Barat."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribundepokSpider(TribunSpider):
    name = "tribundepok"
    title = "Tribun Depok"
    region = "Jawa Barat"
    seen = "2026-07: host list; template and listings as on www (2026-08)"
    allowed_domains = ["depok.tribunnews.com"]
    sources = tribun_sources("depok.tribunnews.com")
    examples = ("https://depok.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("TribunnewsDepok.com", "Tribun Depok"))
