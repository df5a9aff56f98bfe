"""RMOL.id, political news."""

from __future__ import annotations

from newscrawl.discovery import Feed, Search
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class RmolSpider(NewsSpider):
    name = "rmol"
    title = "RMOL.id"
    seen = "2026-08: article pages and tag lists"
    allowed_domains = ["rmol.id"]
    sources = (
        Feed("https://rmol.id/rss"),
        Search("https://rmol.id/tag/{query:slug}?page={page}", ".rubrik-list-title a"),
    )
    article_urls = (
        r"^https?://(?:www\.)?rmol\.id/(?:[a-z0-9-]+/)?read/\d{4}/\d{2}/\d{2}/(?P<id>\d+)/[a-z0-9-]+",
    )
    not_articles = (r"/(?:tag|about|foto|video|indeks)(?:[/?]|$)",)
    examples = ("https://rmol.id/politik/read/2026/04/23/612345/sidang-kabinet-digelar-di-istana",)
    not_examples = ("https://rmol.id/foto/read/2026/04/23/612345/sidang-kabinet",)
    rules = SiteRules(
        title=(".single_post_heading h1",),
        body=("#fontResizableText", "div.news_content_wrap"),
        published=(".author li:first-child",),
        author=(".author a[href*='/about/']",),
        drop=(".border_black", "[class^=space-]", ".banner"),
        outlets=("RMOL", "RMOL.id"),
    )
