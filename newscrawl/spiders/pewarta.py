"""Pewarta.co.id."""

from __future__ import annotations

from newscrawl.discovery import BloggerFeed
from newscrawl.spiders.families.blogger import BLOGGER_RULES, BloggerSpider


class PewartaSpider(BloggerSpider):
    name = "pewarta"
    title = "Pewarta"
    kind = "national"
    seen = "2026-09: article pages; the feed is Blogger's own"
    allowed_domains = ["pewarta.co.id"]
    sources = (BloggerFeed("https://www.pewarta.co.id"),)
    examples = ("https://www.pewarta.co.id/2026/09/harga-beras-naik.html",)
    rules = BLOGGER_RULES.extended(outlets=("Pewarta.co.id", "PEWARTA.CO.ID"))
