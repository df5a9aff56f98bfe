"""Merdeka.com, of KapanLagi Youniverse."""

from __future__ import annotations

from newscrawl.discovery import Cards, Feed, Listing, NewsSitemap
from newscrawl.spiders.families.kly import KAPANLAGI_RULES, DotHtmlSpider


class MerdekaSpider(DotHtmlSpider):
    name = "merdeka"
    title = "Merdeka.com"
    seen = "2026-08: article pages and sitemaps; pages of 2019 to 2022"
    forbids = "robots.txt closes every address with a query (reported 2026)"
    allowed_domains = ["merdeka.com"]
    sources = (
        Feed("https://www.merdeka.com/rss/"),
        NewsSitemap("https://www.merdeka.com/sitemap.xml"),
        Listing(
            "https://www.merdeka.com/{section}",
            Cards("li.article__item", "a.article__title"),
            sections={"peristiwa": "peristiwa", "politik": "politik", "uang": "uang", "dunia": "dunia"},
        ),
    )
    article_urls = (
        r"^https?://[a-z.]*merdeka\.com/[a-z0-9-]+/read/(?P<id>\d+)/[a-z0-9-]+",
        r"^https?://[a-z.]*merdeka\.com/[a-z-]+/[a-z0-9-]+-(?P<id>\d{5,6})-mvk\.html",
        r"^https?://[a-z.]*merdeka\.com/[a-z-]+/[a-z0-9-]{12,}\.html$",
    )
    examples = (
        "https://www.merdeka.com/peristiwa/harga-beras-naik-di-pasar-induk-512345-mvk.html",
        "https://www.merdeka.com/khas/bola-panas-di-parlemen.html",
    )
    not_examples = ("https://www.merdeka.com/foto/peristiwa/1234567/banjir-di-jakarta.html",)
    rules = KAPANLAGI_RULES.extended(
        title=(".mdk-news-head h1", ".mdk-dt-headline h1", ".headline-artikel h5"),
        body=(".articles-content__body", ".mdk-news-body", ".mdk-body-detail", "#body--infinite"),
        published=(".mdk-date-reporter > span", ".date-post", "p.editor"),
        author=(".mdk-date-reporter a", ".reporter a"),
        drop=("[class^=mdk-dt-]", ".mdk-date-reporter", ".imageinfo", ".page-number", "p.dont-display"),
        outlets=("Merdeka.com", "Merdeka"),
    )
