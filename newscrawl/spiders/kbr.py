"""KBR, radio news."""

from __future__ import annotations

from newscrawl.discovery import Listing, Search
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class KbrSpider(NewsSpider):
    name = "kbr"
    title = "KBR"
    seen = "2026-08: index, search and article pages"
    allowed_domains = ["kbr.id"]
    sources = (
        Listing("https://kbr.id/articles/indeks?page={page}"),
        Search("https://kbr.id/search?q={query}&page={page}"),
    )
    article_urls = (r"^https?://kbr\.id/articles/[a-z0-9-]+/[a-z0-9-]+",)
    not_articles = (r"/articles/indeks(?:[/?]|$)", r"kbr\.id/search")
    examples = ("https://kbr.id/articles/nasional/harga-beras-naik-jelang-panen",)
    not_examples = ("https://kbr.id/articles/indeks/nasional",)
    rules = SiteRules(body=(".article-content",), drop=("[class*=lightbox]",), outlets=("KBR",))
