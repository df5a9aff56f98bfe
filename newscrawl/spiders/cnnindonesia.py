"""CNN Indonesia, of the Detik Network."""

from __future__ import annotations

from newscrawl.discovery import Cards, DatedIndex, Feed, Search, Sitemap
from newscrawl.spiders.families.detik import DETIK_RULES, DetikNetworkSpider


class CnnindonesiaSpider(DetikNetworkSpider):
    name = "cnnindonesia"
    title = "CNN Indonesia"
    seen = "2026-10: dated index; 2026-07: article pages"
    allowed_domains = ["cnnindonesia.com"]
    sources = (
        Feed(
            "https://www.cnnindonesia.com/rss",
            sections={
                "nasional": "https://www.cnnindonesia.com/nasional/rss",
                "internasional": "https://www.cnnindonesia.com/internasional/rss",
                "ekonomi": "https://www.cnnindonesia.com/ekonomi/rss",
                "olahraga": "https://www.cnnindonesia.com/olahraga/rss",
                "teknologi": "https://www.cnnindonesia.com/teknologi/rss",
                "hiburan": "https://www.cnnindonesia.com/hiburan/rss",
                "gaya-hidup": "https://www.cnnindonesia.com/gaya-hidup/rss",
            },
        ),
        DatedIndex(
            "https://www.cnnindonesia.com/indeks/2?date={date:%Y/%m/%d}&page={page}",
            Cards("article.flex-grow", "a"),
        ),
        Sitemap("https://www.cnnindonesia.com/sitemap.xml"),
        Search("https://www.cnnindonesia.com/search/?query={query}&page={page}"),
    )
    # The stamp in the address is not the time of publication.
    article_urls = (r"^https?://www\.cnnindonesia\.com/[a-z0-9-]+/\d{14}-\d+-(?P<id>\d+)/[a-z0-9-]+",)
    examples = ("https://www.cnnindonesia.com/ekonomi/20260924131453-92-1299001/harga-beras-naik",)
    not_examples = ("https://www.cnnindonesia.com/tv/20260924131453-400-1299001/video-harga-beras",)
    not_articles = (*DetikNetworkSpider.not_articles, r"cnnindonesia\.com/tv/", r"^https?://tv\.")
    rules = DETIK_RULES.extended(
        published=("div.text-cnn_grey.text-sm.mb-4",),
        caption=(".detail-image figcaption",),
        drop=(".embed.videocnn", ".end-of-article", ".newstag"),
        outlets=("CNN Indonesia",),
        pages=("?page=all",),
    )
