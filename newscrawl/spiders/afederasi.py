"""Afederasi.com, a news site of Tulungagung, East Java."""

from __future__ import annotations

from newscrawl.discovery import Feed, Listing
from newscrawl.spiders.families.varient import VARIENT_RULES, VarientSpider


class AfederasiSpider(VarientSpider):
    name = "afederasi"
    title = "Afederasi.com"
    region = "Jawa Timur"
    kind = "regional"
    seen = "2023: an article page; feed and listing paths are the system's own"
    allowed_domains = ["afederasi.com"]
    sources = (
        Feed("https://afederasi.com/rss/latest-posts"),
        Listing("https://afederasi.com/posts?page={page}", links="h3.title a, .post-item a"),
    )
    article_urls = (r"^https?://(?:www\.)?afederasi\.com/[a-z0-9-]{12,}$",)
    examples = ("https://afederasi.com/harga-beras-naik-jelang-panen",)
    not_examples = ("https://afederasi.com/kategori/harga-beras-naik",)
    rules = VARIENT_RULES.extended(outlets=("Afederasi.com", "Afederasi"))
