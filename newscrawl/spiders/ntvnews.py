"""NTVNews.id, of Nusantara TV."""

from __future__ import annotations

from newscrawl.discovery import Listing, NewsSitemap
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class NtvnewsSpider(NewsSpider):
    name = "ntvnews"
    title = "NTVNews.id"
    seen = "2026-09: article pages; 2026-08: news sitemap"
    forbids = "robots.txt closes /search (reported 2026)"
    allowed_domains = ["ntvnews.id"]
    sources = (NewsSitemap("https://www.ntvnews.id/sitemap-news.xml"), Listing("https://www.ntvnews.id/"))
    article_urls = (r"^https?://(?:www\.)?ntvnews\.id/[a-z][a-z0-9-]*/(?P<id>\d{8})/[a-z0-9-]+$",)
    not_articles = (r"ntvnews\.id/(?:tag|category|search)(?:[/?]|$)",)
    examples = ("https://www.ntvnews.id/ekonomi/01212345/harga-beras-naik-jelang-panen",)
    not_examples = ("https://www.ntvnews.id/tag/01212345/harga-beras",)
    rules = SiteRules(
        title=("h1.title",),
        body=(".article-content",),
        section=(".breadcrumb a:last-child",),
        drop=(".baca-juga", ".baca_juga", "#relatedNews", ".berita--terkait"),
        outlets=("Ntvnews.id",),
    )
