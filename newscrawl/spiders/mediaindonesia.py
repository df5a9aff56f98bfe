"""Media Indonesia, the daily of Media Group."""

from __future__ import annotations

from newscrawl.discovery import Cards, Listing, Sitemap
from newscrawl.spiders.families.mediagroup import MEDIA_GROUP_RULES, MediaGroupSpider


class MediaindonesiaSpider(MediaGroupSpider):
    name = "mediaindonesia"
    title = "Media Indonesia"
    seen = "2026-07: lists and article pages; a page of 2025"
    allowed_domains = ["mediaindonesia.com"]
    sources = (
        Sitemap("https://mediaindonesia.com/sitemap.xml"),
        Listing(
            "https://mediaindonesia.com/{section}/20/{offset}",
            Cards("ul.list-3 li", "div.text a", date="span"),
            step=20,
            sections={"ekonomi": "ekonomi", "humaniora": "humaniora", "olahraga": "olahraga"},
            section="indeks",
        ),
    )
    article_urls = (
        r"^https?://(?:www\.)?mediaindonesia\.com/[a-z0-9-]+/(?P<id>\d+)/(?=[0-9-]*[a-z])[a-z0-9-]+$",
    )
    examples = ("https://mediaindonesia.com/ekonomi/822959/harga-beras-naik-jelang-panen",)
    not_examples = (
        "https://mediaindonesia.com/galleries/detail_galleries/12345-panen-raya",
        "https://mediaindonesia.com/ekonomi/20/40",
    )
    rules = MEDIA_GROUP_RULES.extended(
        title=(".post-header h1",),
        body=("section.detail div.article", "div.articleBody"),
        published=(".post-header span.datetime",),
        author=(".post-header .author-2",),
        editor=(".info-author a.author",),
        section=("ul.mi-breadcrumb li:last-child a",),
        tags=("ul.related-tags a.bt",),
        caption=("figure.main-img figcaption",),
        outlets=("Media Indonesia", "mediaindonesia.com developer"),
    )
