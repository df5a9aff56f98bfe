"""Lensa Purbalingga, a partner of PRMN."""

from __future__ import annotations

from newscrawl.discovery import Listing, Search
from newscrawl.spiders.families.promedia import PROMEDIA_RULES, PromediaSpider


class LensapurbalinggaSpider(PromediaSpider):
    name = "lensapurbalingga"
    title = "Lensa Purbalingga"
    region = "Jawa Tengah"
    kind = "regional"
    seen = "2021: a stored article page; search as on other partner hosts (2026)"
    allowed_domains = ["lensapurbalingga.pikiran-rakyat.com"]
    sources = (
        Listing("https://lensapurbalingga.pikiran-rakyat.com/", "div.latest__item a"),
        Search(
            "https://lensapurbalingga.pikiran-rakyat.com/search?q={query}&page={page}", "div.latest__item a"
        ),
    )
    examples = ("https://lensapurbalingga.pikiran-rakyat.com/daerah/pr-151712345/harga-beras-naik",)
    rules = PROMEDIA_RULES.extended(outlets=("LENSA PURBALINGGA", "Lensa Purbalingga"))
