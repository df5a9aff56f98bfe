"""Tribunnews.com, the national host of the Tribun Network."""

from __future__ import annotations

from newscrawl.discovery import Cards, DatedIndex, NewsSitemap
from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider


class TribunnewsSpider(TribunSpider):
    name = "tribunnews"
    title = "Tribunnews.com"
    kind = "national"
    seen = "2026-08: sitemaps, dated index and article pages; pages of 2016 to 2020"
    forbids = "robots.txt closes /search, /tag/ and /topic/ (reported 2026)"
    allowed_domains = ["tribunnews.com"]
    sources = (
        NewsSitemap("https://www.tribunnews.com/sitemap-news.xml"),
        DatedIndex(
            "https://www.tribunnews.com/index-news/{section}?date={date:%Y-%m-%d}&page={page}",
            Cards("ul.lsi > li", "h3 > a", date="time"),
            max_pages=10,
            sections={"nasional": "nasional", "regional": "regional", "bisnis": "bisnis", "sport": "sport"},
        ),
    )
    article_urls = (
        r"^https?://(?:www|m)\.tribunnews\.com/[a-z-]+/(?P<id>\d{5,8})/[a-z0-9-]+",
        r"^https?://(?:www|m)\.tribunnews\.com/(?:[a-z-]+/){0,2}\d{4}/\d{2}/\d{2}/[a-z0-9-]+",
    )
    examples = (
        "https://www.tribunnews.com/nasional/7712345/harga-beras-naik-jelang-panen",
        "http://www.tribunnews.com/metropolitan/2017/02/07/harga-beras-naik-jelang-panen",
    )
    not_examples = ("https://www.tribunnews.com/topic/harga-beras",)
    rules = TRIBUN_RULES.extended(outlets=("Tribunnews.com", "Tribunnews"))
