"""Okezone, of MNC Portal."""

from __future__ import annotations

from newscrawl.discovery import DatedIndex, Feed, Sitemap
from newscrawl.spiders.families.mnc import MNC_RULES, MncSpider


class OkezoneSpider(MncSpider):
    name = "okezone"
    title = "Okezone"
    seen = "2026-08: feeds, dated index and article pages; pages of 2017 and 2020"
    allowed_domains = ["okezone.com"]
    sources = (
        Feed("https://sindikasi.okezone.com/index.php/rss/0/RSS2.0"),
        DatedIndex(
            "https://index.okezone.com/bydate/channel/{date:%Y/%m/%d}/{section}/{offset}/",
            step=15,
            sections={"news": "1", "sports": "2", "economy": "11", "women": "12", "celebrity": "13"},
        ),
        Sitemap("https://www.okezone.com/sitemap.xml"),
    )
    article_urls = (r"^https?://[a-z]+\.okezone\.com/read/\d{4}/\d{2}/\d{2}/\d+/(?P<id>\d+)/[a-z0-9-]+",)
    not_articles = (*MncSpider.not_articles, r"^https?://(?:mpi|img|cdn|redaksi|index|sindikasi)\.")
    examples = ("https://economy.okezone.com/read/2026/07/24/320/3243366/harga-beras-naik-jelang-panen",)
    not_examples = ("https://mpi.okezone.com/read/2026/07/24/320/3243366/harga-beras-naik",)
    rules = MNC_RULES.extended(
        title=("div.title-article h1", ".news-title h1", ".title-detail > h1"),
        body=(
            "div.c-detail.read",
            ".news-detail > .detail-content",
            ".detail-page .detail-content",
            "#contentx",
        ),
        published=("div.journalist span", ".meta-post time", ".namerep b", ".title-detail > span"),
        author=("div.journalist a[title]", ".nmreporter div", ".title-detail > span b"),
        tags=("#tag .box-tag a", ".detail-tag a"),
        drop=(".wrap-rekomen", ".detail-tag", "[id^=_popIn]", "#metube_div", "[id*=ScriptRoot]", ".detads"),
        outlets=("Okezone", "Koran SINDO"),
        pages=("?page=all", "?page={n}"),
    )
