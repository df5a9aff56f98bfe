"""detikcom, the news portal of Trans Media."""

from __future__ import annotations

from newscrawl.discovery import Cards, DatedIndex, Feed, NewsSitemap, Search
from newscrawl.spiders.families.detik import DETIK_RULES, DetikNetworkSpider


class DetikSpider(DetikNetworkSpider):
    name = "detik"
    title = "detikcom"
    seen = "2026-10: dated index and article pages; pages of 2013 to 2022"
    allowed_domains = ["detik.com"]
    sources = (
        Feed("https://news.detik.com/rss"),
        NewsSitemap("https://news.detik.com/berita/sitemap_news.xml"),
        DatedIndex(
            "https://{section}.detik.com/indeks?date={date:%m}%2F{date:%d}%2F{date:%Y}&page={page}",
            Cards("article", "a", date="span[d-time]::attr(d-time)"),
            sections={"news": "news", "finance": "finance", "sport": "sport", "health": "health"},
            section="news",
        ),
        Search(
            "https://www.detik.com/search/searchall?query={query}&siteid=2&sortby=time&page={page}"
            "&fromdatex={since:%d/%m/%Y}&todatex={until:%d/%m/%Y}",
            Cards("article.list-content__item", "a", date="div.media__date span::attr(d-time)"),
        ),
    )
    article_urls = (
        r"^https?://(?:[a-z0-9-]+\.)?detik\.com/(?:[\w-]+/)+d-(?P<id>\d+)/[a-z0-9-]+",
        r"^https?://[a-z]+\.detik\.com/(?:[\w-]+/)?read/\d{4}/\d{2}/\d{2}/\d{6}/(?P<id>\d+)/\d+/[a-z0-9-]+",
        r"^https?://[a-z]+\.detik\.com/[\w-]+/(?P<id>\d{6,8})/[a-z0-9-]+",
    )
    not_articles = (*DetikNetworkSpider.not_articles, r"^https?://(?:20|foto)\.detik\.com")
    examples = (
        "https://news.detik.com/berita/d-6453785/harga-beras-naik-jelang-panen",
        "https://inet.detik.com/read/2015/11/05/100026/3062623/323/harga-ponsel-turun",
    )
    not_examples = ("https://20.detik.com/detikflash/20260801-260801012/banjir-di-medan",)
    rules = DETIK_RULES.extended(
        outlets=("detikcom", "detikNews", "detikFinance", "detikInet", "detikSport", "Sepakbola"),
        pages=("?single=1", "?page={n}"),
    )
