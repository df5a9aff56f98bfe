"""Kontan, the business paper of KG Media."""

from __future__ import annotations

from newscrawl.discovery import DatedIndex, Feed, Search
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class KontanSpider(NewsSpider):
    name = "kontan"
    title = "Kontan"
    seen = "2026-10: dated index; 2026-09: article pages"
    allowed_domains = ["kontan.co.id"]
    sources = (
        DatedIndex(
            "https://www.kontan.co.id/search/indeks?kanal=&tanggal={date.day}&bulan={date:%m}&tahun={date.year}"
            "&pos=indeks&per_page={offset}",
            step=20,
        ),
        Feed("https://www.kontan.co.id/rss", sections={"keuangan": "https://keuangan.kontan.co.id/rss"}),
        Search(
            "https://www.kontan.co.id/search?search={query}&per_page={offset}",
            ".list-berita ul li a",
            step=20,
        ),
    )
    article_urls = (r"^https?://[a-z]+\.kontan\.co\.id/news/[a-z0-9-]+",)
    not_articles = (
        r"^https?://(?:insight|pressrelease|adv|foto|video)\.",
        r"/(?:infografik|foto|video|tag)(?:[/?]|$)",
    )
    examples = ("https://investasi.kontan.co.id/news/ihsg-ditutup-menguat-di-akhir-pekan",)
    not_examples = ("https://insight.kontan.co.id/news/prospek-saham-bank-tahun-depan",)
    rules = SiteRules(
        title=("h1.detail-desk",),
        body=("div.tmpt-desk-kon",),
        published=("div.fs14.ff-opensans.font-gray",),
        section=("div.breadcumb",),
        drop=(".baca-juga", ".pagination", "figure.article-media"),
        outlets=("Kontan", "KONTAN.CO.ID"),
        pages=("?page=all", "?page={n}"),
    )
