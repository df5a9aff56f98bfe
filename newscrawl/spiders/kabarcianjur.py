"""Kabar Cianjur, of Jawa Barat."""

from __future__ import annotations

from newscrawl.discovery import BloggerFeed
from newscrawl.spiders.families.blogger import BLOGGER_RULES, BloggerSpider


class KabarcianjurSpider(BloggerSpider):
    name = "kabarcianjur"
    title = "Kabar Cianjur"
    region = "Jawa Barat"
    seen = "2011-2026: a stored article page; the feed is Blogger's own"
    allowed_domains = ["kabarcianjur.com"]
    sources = (BloggerFeed("https://kabarcianjur.com"),)
    examples = ("https://kabarcianjur.com/2023/05/harga-beras-naik.html",)
    rules = BLOGGER_RULES.extended(outlets=("Kabar Cianjur",))
