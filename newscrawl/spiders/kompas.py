"""Kompas.com, of KG Media."""

from __future__ import annotations

from newscrawl.discovery import Cards, DatedIndex, Search, Sitemap
from newscrawl.spiders.families.kgmedia import KGMEDIA_RULES, KgMediaSpider


class KompasSpider(KgMediaSpider):
    name = "kompas"
    title = "Kompas.com"
    seen = "2026-10: dated index; 2026-08: article pages; pages of 2015 and 2016"
    forbids = "robots.txt closes /search/?q= (reported 2026)"
    allowed_domains = ["kompas.com"]
    sources = (
        DatedIndex(
            "https://indeks.kompas.com/?site={section}&date={date:%Y-%m-%d}&page={page}",
            Cards(".articleItem", "a.article-link"),
            sections={"news": "news", "money": "money", "regional": "regional", "tekno": "tekno"},
            section="all",
        ),
        Sitemap("https://www.kompas.com/sitemap.xml"),
        Search(
            "https://search.kompas.com/search?q={query}&sort=latest&start_date={since:%Y-%m-%d}"
            "&end_date={until:%Y-%m-%d}&page={page}",
            max_pages=38,
            window_days=7,
        ),
    )
    # The number begins with the time of day in WIB: only with its date it is one article's.
    article_urls = (
        r"^https?://[a-z0-9.-]*kompas\.com/(?:[\w-]+/)*read/(?:xml/)?(?P<id>\d{4}/\d{2}/\d{2}/\d{7,9})(?:/|$)",
        r"^https?://[a-z0-9.-]*kompas\.com/read/(?P<id>\d{2}[A-L]\d{11})/[a-z0-9-]+",
    )
    examples = (
        "https://www.kompas.com/tren/read/2026/08/03/175300065/harga-beras-naik",
        "http://bola.kompas.com/read/2016/02/23/16374618/timnas.berlatih.di.bandung",
    )
    not_examples = ("https://video.kompas.com/watch/123456/harga-beras-naik",)
    rules = KGMEDIA_RULES.extended(
        title=(".kcm-read-top h2", ".kcm-read-content-top h2", ".baca-content > h1"),
        body=(".kcm-read-text", ".kcm-read-content-text .kcmread1114", ".div-read"),
        published=(".kcm-read-top .msmall.grey", ".kcm-date.msmall.grey"),
        author=("div.credit-title-name", ".read__credit__item a", ".opinion__author a"),
        outlets=("Kompas.com",),
    )
