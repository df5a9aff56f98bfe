"""Suara Merdeka, a daily of Semarang, with bureaus on hosts of their own."""

from __future__ import annotations

from newscrawl.discovery import Listing, Search
from newscrawl.spiders.families.promedia import PROMEDIA_RULES, PromediaSpider


class SuaramerdekaSpider(PromediaSpider):
    name = "suaramerdeka"
    title = "Suara Merdeka"
    region = "Jawa Tengah"
    kind = "regional"
    seen = "2026-08: lists, search and article pages"
    allowed_domains = ["suaramerdeka.com"]
    sources = (
        Listing("https://www.suaramerdeka.com/page/{page}/"),
        Search("https://www.suaramerdeka.com/search?q={query}&page={page}", "h2 a"),
    )
    examples = (
        "https://www.suaramerdeka.com/ekonomi/0413123456/harga-beras-naik-jelang-panen",
        "https://muria.suaramerdeka.com/muria-raya/pr-0712345678/harga-beras-naik",
    )
    rules = PROMEDIA_RULES.extended(outlets=("SUARAMERDEKA.COM", "Suara Merdeka"))
