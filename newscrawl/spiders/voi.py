"""VOI.id. Every article has a machine-translated twin under /en/."""

from __future__ import annotations

from newscrawl.discovery import Listing, Search
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class VoiSpider(NewsSpider):
    name = "voi"
    title = "VOI"
    seen = "2026-08: index, search and article pages"
    allowed_domains = ["voi.id"]
    sources = (
        Listing("https://voi.id/artikel/indeks?page={page}", ".section-item-title a"),
        Search(
            "https://voi.id/artikel/cari?q={query}&page={page}",
            ".section-item-title a",
            empty_text="Found 0 articles",
        ),
    )
    article_urls = (r"^https?://voi\.id/[a-z0-9-]+/(?P<id>\d+)(?:/[a-z0-9-]+)?$",)
    not_articles = (r"voi\.id/(?:en|artikel|foto|video)(?:[/?]|$)",)
    examples = (
        "https://voi.id/ekonomi/512345/harga-beras-naik-jelang-panen",
        "https://voi.id/ekonomi/512345",
    )
    not_examples = ("https://voi.id/en/512345",)
    rules = SiteRules(
        body=("div.single-post-content",),
        published=(".single-post-date time",),
        author=(".single-post-author a",),
        drop=("[class*=see-also]",),
        outlets=("VOI",),
    )
