"""Tempo.co, of the Tempo Media Group."""

from __future__ import annotations

from newscrawl.discovery import Feed, JsonItems, Listing
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class TempoSpider(NewsSpider):
    name = "tempo"
    title = "Tempo.co"
    seen = "2026-10: articles and feeds; pages of 2015"
    allowed_domains = ["tempo.co"]
    sources = (
        Feed("https://rss.tempo.co/"),
        Listing(
            "https://www.tempo.co/{section}/_payload.json",
            JsonItems(
                'data."rubric-content".latest.data',
                "canonical_url",
                "published_at",
                base="https://www.tempo.co/",
                devalue=True,
            ),
            sections={"politik": "politik", "hukum": "hukum", "ekonomi": "ekonomi"},
        ),
    )
    article_urls = (
        r"^https?://(?:www\.)?tempo\.co/[a-z-]+/[a-z0-9-]+-(?P<id>\d{5,8})/?$",
        r"^https?://[a-z]+\.tempo\.co/read/(?:[a-z]+/){0,2}(?:\d{4}/\d{2}/\d{2}/)?(?P<id>\d+)/[a-z0-9-]+",
    )
    not_articles = (r"/(?:penulis|tag|play|info-tempo|indeks)(?:[/?]|$)|//(?:foto|video|grafis)\.",)
    examples = (
        "https://www.tempo.co/ekonomi/harga-beras-naik-jelang-panen-1987654",
        "http://gaya.tempo.co/read/news/2015/11/05/060716092/alasan-orang-malas-bergerak",
    )
    not_examples = ("https://www.tempo.co/penulis/budi-santoso-12345",)
    rules = SiteRules(
        title=(".artikel > h1",),
        body=("#isi", ".detail-in", ".detail-content", "div.artikel"),
        published=(".block-tanggal",),
        drop=(".iklan", ".bacajuga", ".remp-banner"),
        outlets=("Tempo", "Tempo.co"),
    )
