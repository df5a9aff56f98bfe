"""Republika Online, of the Mahaka group."""

from __future__ import annotations

from newscrawl.discovery import Cards, DatedIndex, Feed, Sitemap
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class RepublikaSpider(NewsSpider):
    name = "republika"
    title = "Republika Online"
    seen = "2026-08: dated index and article pages; pages of 2013 to 2017"
    forbids = "robots.txt names Scrapy and other crawlers with Disallow: / (reported 2026)"
    allowed_domains = ["republika.co.id"]
    sources = (
        Feed("https://www.republika.co.id/rss"),
        DatedIndex(
            "https://republika.co.id/index/{offset}/{date:%Y/%m/%d}",
            Cards("ul.wrap-latest li", "a", date="div.date"),
            step=50,
        ),
        Sitemap("https://republika.co.id/files/xml/sitemap.xml"),
    )
    article_urls = (
        r"^https?://[a-z.]*republika\.co\.id/berita/+(?P<id>[a-z0-9]{6,14})/[a-z0-9-]+",
        r"^https?://[a-z.]*republika\.co\.id/berita/[\w/-]+/\d{2}/\d{2}/\d{2}/(?P<id>\w{6,9})-[a-z0-9-]+",
    )
    not_articles = (r"/(?:video|infografis|kanal|tag|index|indeks|search)(?:[/?]|$)|//(?:retizen|static)\.",)
    twins = ((r"//fbeta\.", "//"),)
    examples = (
        "https://ekonomi.republika.co.id/berita/tio9zt472/harga-beras-naik-jelang-panen",
        "http://gayahidup.republika.co.id/berita/gaya-hidup/trend/17/01/30/okkkl7328-busana-baru",
    )
    not_examples = ("https://retizen.republika.co.id/posts/712345/harga-beras",)
    rules = SiteRules(
        title=(".max-card__title h1", "h1.jdl-detail", ".jdl-detail h2"),
        body=("div.article-content", ".detail-berita", ".txt-detailberita", "div.artikel"),
        published=("div.date-item__headline", ".date-detail", ".content-detail-center .date"),
        author=(".max-card__title a", ".wp-conten-detail .red"),
        drop=(".picked-article", "[id^=bn_]", ".footnote-wrap"),
        outlets=("Republika", "REPUBLIKA.CO.ID"),
    )
