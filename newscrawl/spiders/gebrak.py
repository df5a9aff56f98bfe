"""Gebrak.id."""

from __future__ import annotations

from newscrawl.discovery import BloggerFeed
from newscrawl.spiders.families.blogger import BLOGGER_RULES, BloggerSpider


class GebrakSpider(BloggerSpider):
    name = "gebrak"
    title = "Gebrak.id"
    kind = "national"
    seen = "2026-09: article pages; the feed is Blogger's own"
    allowed_domains = ["gebrak.id"]
    sources = (BloggerFeed("https://www.gebrak.id"),)
    examples = ("https://www.gebrak.id/2026/09/harga-beras-naik.html",)
    rules = BLOGGER_RULES.extended(outlets=("Gebrak.id", "GEBRAK.ID"))
