"""IDX Channel, market news of MNC Portal."""

from __future__ import annotations

from newscrawl.discovery import NewsSitemap, Sitemap
from newscrawl.spiders.families.mnc import MNC_RULES, MncSpider


class IdxchannelSpider(MncSpider):
    name = "idxchannel"
    title = "IDX Channel"
    seen = "2026-08: news sitemaps and article pages"
    allowed_domains = ["idxchannel.com"]
    sources = (
        NewsSitemap(
            "https://www.idxchannel.com/news/sitemap.xml",
            sections={
                "market-news": "https://www.idxchannel.com/market-news/sitemap.xml",
                "economics": "https://www.idxchannel.com/economics/sitemap.xml",
                "technology": "https://www.idxchannel.com/technology/sitemap.xml",
            },
        ),
        Sitemap("https://www.idxchannel.com/sitemap.xml"),
    )
    article_urls = (r"^https?://(?:www\.)?idxchannel\.com/[a-z][a-z-]+/[a-z0-9]+(?:-[a-z0-9]+){2,}/?$",)
    examples = ("https://www.idxchannel.com/market-news/ihsg-ditutup-menguat-di-akhir-pekan",)
    not_examples = ("https://www.idxchannel.com/foto/suasana-bursa-di-akhir-pekan",)
    rules = MNC_RULES.extended(
        body=(".article--content",),
        published=(".article--creator .text-body--2",),
        author=(".article--creator a.creator",),
        section=(".article--creator a:first-child",),
        outlets=("IDX Channel", "IDXChannel"),
        pages=("/{n}",),
    )
