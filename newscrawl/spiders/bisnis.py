"""Bisnis.com, the business daily of JIBI."""

from __future__ import annotations

from newscrawl.discovery import Cards, DatedIndex, Search
from newscrawl.spiders.families.jibi import JIBI_RULES, JibiSpider


class BisnisSpider(JibiSpider):
    name = "bisnis"
    title = "Bisnis.com"
    seen = "2026-10: dated index; 2026-08: article pages; a page of 2017"
    forbids = "robots.txt closes the feeds (reported 2026)"
    allowed_domains = ["bisnis.com"]
    sources = (
        DatedIndex("https://www.bisnis.com/index?categoryId=0&type=indeks&date={date:%Y-%m-%d}"),
        Search(
            "https://search.bisnis.com/?q={query}&page={page}",
            Cards(link="a.artLink", unwrap="url"),
        ),
    )
    article_urls = (r"^https?://[a-z0-9]+\.bisnis\.com/read/\d{8}/\d+/(?P<id>\d+)/[a-z0-9-]+",)
    not_articles = (*JibiSpider.not_articles, r"^https?://(?:premium|koran|pressrelease)\.")
    examples = ("https://ekonomi.bisnis.com/read/20260918/12/1912345/harga-beras-naik-jelang-panen",)
    not_examples = ("https://foto.bisnis.com/read/20260918/12/1912345/suasana-pasar-induk",)
    rules = JIBI_RULES.extended(
        title=(".description h1.title",),
        body=(".description .col-sm-10", "div.description"),
        author=(".authorName", ".authorNames", ".description .author span"),
        editor=(".description .editor",),
        drop=(".description .tags", ".related"),
        outlets=("Bisnis.com", "Bisnis Indonesia"),
    )
