"""Metro-Online, of Deli Serdang."""

from __future__ import annotations

from newscrawl.discovery import BloggerFeed
from newscrawl.spiders.families.blogger import BLOGGER_RULES, BloggerSpider


class MetroonlineSpider(BloggerSpider):
    name = "metroonline"
    title = "Metro-Online"
    region = "Sumatera Utara"
    seen = "2011-2026: a stored article page; the feed is Blogger's own"
    allowed_domains = ["metro-online.co"]
    sources = (BloggerFeed("https://www.metro-online.co"),)
    examples = ("https://www.metro-online.co/2023/05/harga-beras-naik.html",)
    rules = BLOGGER_RULES.extended(outlets=("Metro-Online",))
