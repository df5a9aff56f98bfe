"""Metrotvnews.com, of Media Group."""

from __future__ import annotations

from newscrawl.discovery import Search, Sitemap
from newscrawl.spiders.families.mediagroup import MEDIA_GROUP_RULES, MediaGroupSpider


class MetrotvnewsSpider(MediaGroupSpider):
    name = "metrotvnews"
    title = "Metrotvnews.com"
    seen = "2026-09: article pages; pages of 2016"
    allowed_domains = ["metrotvnews.com"]
    sources = (
        Sitemap("https://www.metrotvnews.com/sitemap.xml"),
        Search("https://www.metrotvnews.com/search?query={query}&page={page}", ".item .text h3 a"),
    )
    article_urls = (
        r"^https?://(?:www\.)?metrotvnews\.com/read/(?P<id>[A-Za-z0-9]{6,10})-[a-z0-9-]+",
        r"^https?://[a-z]+\.metrotvnews\.com/(?:[a-z-]+/){1,2}(?P<id>[A-Za-z0-9]{8})-[a-z0-9-]+",
    )
    examples = (
        "https://www.metrotvnews.com/read/b2lCvz4E-harga-beras-naik-jelang-panen",
        "http://news.metrotvnews.com/politik/zNP2rvOk-sidang-kabinet-digelar",
    )
    not_examples = ("https://www.metrotvnews.com/play/b2lCvz4E-harga-beras-naik",)
    rules = MEDIA_GROUP_RULES.extended(
        title=(".part.lead h1", ".detail h1"),
        body=(".news-text", ".detail div.tru", ".part.article"),
        published=("p.pt-20.date", ".detail .line .reg", ".part.lead .red"),
        author=("p.pt-20.date", ".detail .line .reg", ".part.lead .red"),
        section=(".breadcrumb-content p",),
        outlets=("Metrotvnews.com", "Metro TV"),
    )
