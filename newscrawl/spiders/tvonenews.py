"""tvOnenews.com, of VIVA."""

from __future__ import annotations

from newscrawl.discovery import Listing, Search
from newscrawl.spiders.families.viva import VIVA_RULES, VivaNetworkSpider


class TvonenewsSpider(VivaNetworkSpider):
    name = "tvonenews"
    title = "tvOnenews"
    seen = "2026-08: search and article pages"
    allowed_domains = ["tvonenews.com"]
    sources = (
        Listing("https://www.tvonenews.com/indeks"),
        Search(
            "https://www.tvonenews.com/request/load_search_article",
            form={"keyword": "{query}", "ctype": "art", "page": "{page}", "record_count": "10"},
            headers={"X-Requested-With": "XMLHttpRequest"},
        ),
    )
    article_urls = (r"^https?://(?:www\.)?tvonenews\.com/(?:[a-z-]+/){1,3}(?P<id>\d{4,})-[a-z0-9-]+",)
    examples = ("https://www.tvonenews.com/ekonomi/312345-harga-beras-naik-jelang-panen",)
    not_examples = ("https://www.tvonenews.com/video/312345-harga-beras-naik-jelang-panen",)
    rules = VIVA_RULES.extended(
        body=(".detail-content",),
        published=(".detail-date",),
        author=(".detail-author",),
        section=(".breadcrumb a:last-child",),
        outlets=("tvOnenews", "tvOnenews.com"),
    )
