"""Poskota Sumut, of Serdang Bedagai."""

from __future__ import annotations

from newscrawl.discovery import BloggerFeed
from newscrawl.spiders.families.blogger import BLOGGER_RULES, BloggerSpider


class PoskotasumutSpider(BloggerSpider):
    name = "poskotasumut"
    title = "Poskota Sumut"
    region = "Sumatera Utara"
    seen = "2011-2026: a stored article page; the feed is Blogger's own"
    allowed_domains = ["poskotasumut.id"]
    sources = (BloggerFeed("https://www.poskotasumut.id"),)
    examples = ("https://www.poskotasumut.id/2023/05/harga-beras-naik.html",)
    rules = BLOGGER_RULES.extended(outlets=("Poskota Sumut",))
