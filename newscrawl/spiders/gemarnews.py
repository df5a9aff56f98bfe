"""Gemarnews, of North Aceh."""

from __future__ import annotations

from newscrawl.discovery import BloggerFeed
from newscrawl.spiders.families.blogger import BLOGGER_RULES, BloggerSpider


class GemarnewsSpider(BloggerSpider):
    name = "gemarnews"
    title = "Gemarnews"
    region = "Aceh"
    seen = "2011-2026: a stored article page; the feed is Blogger's own"
    allowed_domains = ["gemarnews.com"]
    sources = (BloggerFeed("https://gemarnews.com"),)
    examples = ("https://gemarnews.com/2023/05/harga-beras-naik.html",)
    rules = BLOGGER_RULES.extended(outlets=("Gemarnews.com",))
