"""The Jakarta Post, in English."""

from __future__ import annotations

from newscrawl.discovery import DatedIndex, Sitemap
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class ThejakartapostSpider(NewsSpider):
    name = "thejakartapost"
    title = "The Jakarta Post"
    seen = "2026-08: article pages; a page of 2016"
    allowed_domains = ["thejakartapost.com"]
    sources = (
        Sitemap("https://www.thejakartapost.com/sitemap"),
        DatedIndex("https://www.thejakartapost.com/index?date={date:%Y-%m-%d}"),
    )
    article_urls = (
        r"^https?://(?:www\.)?thejakartapost\.com/(?:[a-z-]+/)+\d{4}/\d{2}/\d{2}/[a-z0-9-]+\.html",
    )
    not_articles = (r"thejakartapost\.com/(?:epost|multimedia|video|gallery|tag|search)(?:[/?]|$)",)
    examples = ("https://www.thejakartapost.com/business/2025/09/29/rice-prices-rise-before-harvest.html",)
    not_examples = ("https://www.thejakartapost.com/multimedia/2025/09/29/rice-harvest.html",)
    rules = SiteRules(
        title=("h1.tjp-title--single", ".story h1"),
        body=(".tjp-single__content", ".story .teaser"),
        published=(".tjp-single__head .created",),
        author=(".tjp-meta__label",),
        drop=(".tjp-newsletter-box", ".tjp-opinion__author"),
        outlets=("The Jakarta Post",),
        language="en",
    )
