"""Bola.net, football news of KapanLagi Youniverse."""

from __future__ import annotations

from newscrawl.discovery import Feed, Listing
from newscrawl.spiders.families.kly import KAPANLAGI_RULES, DotHtmlSpider


class BolanetSpider(DotHtmlSpider):
    name = "bolanet"
    title = "Bola.net"
    seen = "2020: article pages and feed; pages of 2017 to 2022"
    allowed_domains = ["bola.net"]
    sources = (Feed("https://www.bola.net/feed/"), Listing("https://www.bola.net/berita-terkini/"))
    article_urls = (r"^https?://(?:www\.|m\.)?bola\.net/[a-z_-]+/[a-z0-9-]+-(?P<id>[0-9a-f]{6})\.html",)
    examples = ("https://www.bola.net/inggris/pelatih-baru-diumumkan-pekan-depan-1096fc.html",)
    not_examples = ("https://www.bola.net/galeri/foto-latihan-timnas-1096fc.html",)
    rules = KAPANLAGI_RULES.extended(
        title=("h1.newstitle", ".title-news h1", ".article-header__title h1"),
        body=("#newspaging_content", "#content-news", ".article-content"),
        published=("div.newsdatetime", ".date-news", ".article-header__datetime"),
        drop=(".related_content_widget", "#infeed-desktop-cont", ".news-i", ".news-headline-image"),
        outlets=("Bola.net", "Editorial Bola.net"),
    )
