"""IDN Times, of IDN Media."""

from __future__ import annotations

from newscrawl.discovery import Listing, Search, Sitemap
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class IdntimesSpider(NewsSpider):
    name = "idntimes"
    title = "IDN Times"
    seen = "2026-09: article pages; 2026-07: lists and sitemap"
    allowed_domains = ["idntimes.com"]
    sources = (
        Sitemap("https://www.idntimes.com/sitemap.xml"),
        Listing(
            "https://www.idntimes.com/{section}",
            "a:has(h2[data-cy=ds-card-article-title])",
            sections={"news": "news", "business": "business", "sport": "sport", "tech": "tech"},
        ),
        Search(
            "https://www.idntimes.com/search-ajax?keyword={query}&type=article&page={page}", ".box-list a"
        ),
    )
    article_urls = (
        r"^https?://[a-z]+\.idntimes\.com/[a-z-]+/[a-z0-9-]+/[a-z0-9-]+-(?P<id>[a-z0-9]{5}-[a-z0-9]{6})$",
        r"^https?://[a-z]+\.idntimes\.com/[a-z-]+/[a-z-]+/[a-z0-9-]+/[a-z0-9-]+$",
    )
    not_articles = (r"/(?:author|tag|search|ajax|quiz|community)(?:[/?]|$)",)
    examples = ("https://www.idntimes.com/business/economy/harga-beras-naik-jelang-panen-00abc-x1y2z3",)
    not_examples = ("https://www.idntimes.com/quiz/general/kuis-harga-beras-00abc-x1y2z3",)
    rules = SiteRules(
        title=("h1.title-text",),
        body=("#article-description", "#article-content"),
        published=("time.date",),
        author=(".author-name",),
        drop=("[id^=IDN_InArticle]", ".parallax-ad", "[id^=headline-ads]"),
        outlets=("IDN Times",),
        pages=("?page=all",),
    )
