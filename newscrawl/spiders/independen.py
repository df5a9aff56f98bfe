"""Independen.id, of the Alliance of Independent Journalists."""

from __future__ import annotations

from newscrawl.discovery import Feed, Listing
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class IndependenSpider(NewsSpider):
    name = "independen"
    title = "Independen.id"
    seen = "2026-08: home and article pages"
    allowed_domains = ["independen.id"]
    sources = (Feed("https://independen.id/rss.xml"), Listing("https://independen.id/"))
    article_urls = (r"^https?://independen\.id/(?:[a-z0-9_-]+/)*[a-z0-9]+(?:[-_][a-z0-9]+){2,}/?$",)
    not_articles = (r"independen\.id/(?:node|tag|taxonomy|user|tags|agenda|category|frontpages)(?:[/?]|$)",)
    examples = ("https://independen.id/nelayan-kehilangan-laut-di-teluk",)
    not_examples = ("https://independen.id/tags/nelayan-kehilangan-laut",)
    rules = SiteRules(author=(".field-name-author",), outlets=("Independen.id",))
