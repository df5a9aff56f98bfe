"""Gelora News, which republishes other sites."""

from __future__ import annotations

from newscrawl.discovery import BloggerFeed
from newscrawl.spiders.families.blogger import BLOGGER_RULES, BloggerSpider


class GeloraSpider(BloggerSpider):
    name = "gelora"
    title = "Gelora News"
    kind = "national"
    seen = "2026-09: article pages; the feed is Blogger's own"
    allowed_domains = ["gelora.co"]
    sources = (BloggerFeed("https://www.gelora.co"),)
    examples = ("https://www.gelora.co/2026/09/sidang-kabinet-digelar.html",)
    rules = BLOGGER_RULES.extended(outlets=("Gelora News", "GELORA.CO"))
