"""AFU.id."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class AfuSpider(NewsSpider):
    name = "afu"
    title = "AFU.id"
    seen = "2026-09: article pages"
    allowed_domains = ["afu.id"]
    sources = (Listing("https://afu.id/"),)
    article_urls = (r"^https?://afu\.id/[a-z-]+/[a-z0-9]+(?:-[a-z0-9]+){2,}",)
    not_articles = (r"afu\.id/(?:tag|author|search|kategori|category)(?:[/?]|$)",)
    examples = ("https://afu.id/ekonomi/harga-beras-naik-jelang-panen",)
    not_examples = ("https://afu.id/tag/harga-beras-naik",)
    rules = SiteRules(outlets=("AFU.id", "AFU.ID"))
