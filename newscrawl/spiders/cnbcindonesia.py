"""CNBC Indonesia, business news of the Detik Network."""

from __future__ import annotations

from newscrawl.discovery import Cards, DatedIndex, Feed, Sitemap
from newscrawl.spiders.families.detik import DETIK_RULES, DetikNetworkSpider


class CnbcindonesiaSpider(DetikNetworkSpider):
    name = "cnbcindonesia"
    title = "CNBC Indonesia"
    seen = "2026-10: dated index; 2026-08: article pages"
    allowed_domains = ["cnbcindonesia.com"]
    sources = (
        Feed(
            "https://www.cnbcindonesia.com/rss",
            sections={
                "market": "https://www.cnbcindonesia.com/market/rss",
                "news": "https://www.cnbcindonesia.com/news/rss",
                "entrepreneur": "https://www.cnbcindonesia.com/entrepreneur/rss",
                "syariah": "https://www.cnbcindonesia.com/syariah/rss",
                "tech": "https://www.cnbcindonesia.com/tech/rss",
                "lifestyle": "https://www.cnbcindonesia.com/lifestyle/rss",
                "opini": "https://www.cnbcindonesia.com/opini/rss",
                "research": "https://www.cnbcindonesia.com/research/rss",
            },
        ),
        DatedIndex(
            "https://www.cnbcindonesia.com/indeks?date={date:%Y/%m/%d}&tipe=&page={page}",
            Cards(".nhl-list article", "a"),
        ),
        Sitemap("https://www.cnbcindonesia.com/sitemap.xml"),
    )
    # The stamp in the address is not the time of publication.
    article_urls = (r"^https?://www\.cnbcindonesia\.com/[a-z-]+/\d{14}-\d+-(?P<id>\d+)/[a-z0-9-]+",)
    examples = ("https://www.cnbcindonesia.com/market/20260713120512-17-700123/ihsg-ditutup-menguat",)
    not_examples = ("https://www.cnbcindonesia.com/video/20260713120512-17-700123/video-ihsg",)
    rules = DETIK_RULES.extended(
        title=("h1.mb-4.text-32",),
        published=("div.text-cm.text-gray",),
        drop=("[class^=sisip_]", "[class^=link_sisip]", ".detikads"),
        outlets=("CNBC Indonesia",),
    )
