"""Otosia.com, cars and motorbikes, of KapanLagi Youniverse."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.spiders.families.kly import KAPANLAGI_RULES, DotHtmlSpider


class OtosiaSpider(DotHtmlSpider):
    name = "otosia"
    title = "Otosia.com"
    seen = "2022: an article page and a list page"
    allowed_domains = ["otosia.com"]
    sources = (Listing("https://www.otosia.com/berita/"),)
    article_urls = (r"^https?://(?:www\.|m\.)?otosia\.com/[a-z-]+/[a-z0-9-]{12,}\.html",)
    examples = ("https://www.otosia.com/berita/motor-listrik-baru-meluncur.html",)
    rules = KAPANLAGI_RULES.extended(
        title=("h1.article-header__title",),
        body=("div.article-content-body",),
        published=(".article-header__datetime",),
        drop=(".baca-juga",),
        outlets=("Otosia.com", "redaksiotosia"),
    )
