"""Satulayar, whose pages keep Central Indonesian Time."""

from __future__ import annotations

from newscrawl.discovery import BloggerFeed
from newscrawl.spiders.families.blogger import BLOGGER_RULES, BloggerSpider


class SatulayarSpider(BloggerSpider):
    name = "satulayar"
    title = "Satulayar"
    kind = "national"
    seen = "2011-2026: a stored article page; the feed is Blogger's own"
    allowed_domains = ["satulayar.com"]
    sources = (BloggerFeed("https://www.satulayar.com"),)
    examples = ("https://www.satulayar.com/2025/05/harga-beras-naik.html",)
    rules = BLOGGER_RULES.extended(outlets=("SATULAYAR.COM", "Satulayar"), zone="Asia/Makassar")
