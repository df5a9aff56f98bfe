"""ANTARA News, the national host of the state news agency."""

from __future__ import annotations

from newscrawl.discovery import Feed, Listing, Search
from newscrawl.spiders.families.antara import AntaraSpider


class AntaranewsSpider(AntaraSpider):
    name = "antaranews"
    title = "ANTARA News"
    kind = "national"
    seen = "2026-10: feeds and lists; 2026-09: article pages; pages of 2016 and 2017"
    allowed_domains = ["antaranews.com"]
    sources = (
        Feed(
            "https://www.antaranews.com/rss/terkini.xml",
            sections={
                "politik": "https://www.antaranews.com/rss/politik.xml",
                "hukum": "https://www.antaranews.com/rss/hukum.xml",
                "ekonomi": "https://www.antaranews.com/rss/ekonomi-bisnis.xml",
                "metro": "https://www.antaranews.com/rss/metro.xml",
                "olahraga": "https://www.antaranews.com/rss/olahraga.xml",
                "humaniora": "https://www.antaranews.com/rss/humaniora.xml",
                "dunia": "https://www.antaranews.com/rss/dunia.xml",
                "tekno": "https://www.antaranews.com/rss/tekno.xml",
            },
        ),
        Listing("https://www.antaranews.com/terkini?page={page}", ".card__post a"),
        Search("https://www.antaranews.com/search?q={query}&page={page}", ".card__post a"),
    )
    article_urls = (r"^https?://(?:www|m|en)\.antaranews\.com/(?:berita|news)/(?P<id>\d+)/[a-z0-9-]+",)
    examples = ("https://www.antaranews.com/berita/5112345/harga-beras-naik-jelang-panen",)
    not_examples = ("https://www.antaranews.com/rilis-pers/5112345/produk-baru-diluncurkan",)
