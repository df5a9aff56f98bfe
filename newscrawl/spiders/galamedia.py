"""Galamedia, of Bandung, a partner of PRMN."""

from __future__ import annotations

from newscrawl.discovery import Listing, Search
from newscrawl.spiders.families.promedia import PROMEDIA_RULES, PromediaSpider


class GalamediaSpider(PromediaSpider):
    name = "galamedia"
    title = "Galamedia"
    region = "Jawa Barat"
    kind = "regional"
    seen = "2026-08: lists, search and article pages"
    allowed_domains = ["galamedia.pikiran-rakyat.com"]
    sources = (
        Listing("https://galamedia.pikiran-rakyat.com/", "div.latest__item a"),
        Search("https://galamedia.pikiran-rakyat.com/search?q={query}&page={page}", "div.latest__item a"),
    )
    examples = ("https://galamedia.pikiran-rakyat.com/news/pr-358123456/harga-beras-naik-jelang-panen",)
    rules = PROMEDIA_RULES.extended(outlets=("GALAMEDIA", "GALAMEDIANEWS", "Galamedia"))
