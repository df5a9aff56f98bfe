"""Warta Palapa, of Lampung."""

from __future__ import annotations

from newscrawl.discovery import BloggerFeed
from newscrawl.spiders.families.blogger import BLOGGER_RULES, BloggerSpider


class WartapalapaSpider(BloggerSpider):
    name = "wartapalapa"
    title = "Warta Palapa"
    region = "Lampung"
    seen = "2011-2026: a stored article page; the feed is Blogger's own"
    allowed_domains = ["warta-palapa.com"]
    sources = (BloggerFeed("https://www.warta-palapa.com"),)
    examples = ("https://www.warta-palapa.com/2023/05/harga-beras-naik.html",)
    rules = BLOGGER_RULES.extended(outlets=("Warta-palapa.com", "Warta Palapa"))
