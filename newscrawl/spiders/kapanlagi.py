"""KapanLagi.com, celebrity news of KapanLagi Youniverse."""

from __future__ import annotations

from newscrawl.discovery import Feed, Listing
from newscrawl.spiders.families.kly import KAPANLAGI_RULES, DotHtmlSpider


class KapanlagiSpider(DotHtmlSpider):
    name = "kapanlagi"
    title = "KapanLagi.com"
    seen = "2025-06: article pages; pages of 2016 to 2022"
    allowed_domains = ["kapanlagi.com"]
    sources = (Feed("https://www.kapanlagi.com/feed/"), Listing("https://www.kapanlagi.com/"))
    article_urls = (
        r"^https?://(?:[a-z]+\.)?kapanlagi\.com/(?:[a-z-]+/)*[a-z0-9-]+-(?P<id>[0-9a-f]{6})\.html",
    )
    examples = ("https://www.kapanlagi.com/showbiz/selebriti/aktor-baru-film-horor-b5e97f.html",)
    not_examples = ("https://www.kapanlagi.com/foto/berita-foto/aktor-baru-film-horor-b5e97f.html",)
    rules = KAPANLAGI_RULES.extended(
        title=(
            "h1.detail__header_title",
            ".headline-detail h1",
            "h1[class*=newsdetail-title]",
        ),
        body=(".v7-music-detail-news", ".entertainment-detail-news"),
        published=(
            ".headermetabox-datetime-text",
            ".date-post",
            "span[class*=newsdetail-schedule]",
        ),
        author=("a.headermetabox-author-name",),
        drop=(".box-baca-juga", ".box-detail", "[class*=newsdetail-image-caption]", "p.copyright"),
        outlets=("KapanLagi.com", "KapanLagi"),
    )
