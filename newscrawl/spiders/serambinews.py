"""Serambi Indonesia, of the Tribun Network in Aceh."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class SerambinewsSpider(TribunSpider):
    name = "serambinews"
    title = "Serambi Indonesia"
    region = "Aceh"
    seen = "2025-06: article pages; template and listings as on www (2026-08)"
    allowed_domains = ["aceh.tribunnews.com", "serambinews.com"]
    twins = ((r"//(?:www\.)?serambinews\.com/", "//aceh.tribunnews.com/"),)
    sources = tribun_sources("aceh.tribunnews.com")
    examples = ("https://aceh.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("Serambinews.com", "SERAMBINEWS.COM", "Serambi Indonesia"))
