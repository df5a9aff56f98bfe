"""Warta Ekonomi, business news."""

from __future__ import annotations

from newscrawl.discovery import DatedIndex, Listing, Search
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class WartaekonomiSpider(NewsSpider):
    name = "wartaekonomi"
    title = "Warta Ekonomi"
    seen = "2026-08: dated index and article pages"
    allowed_domains = ["wartaekonomi.co.id"]
    sources = (
        DatedIndex("https://wartaekonomi.co.id/indeks/{date:%Y%m%d}?page={page}", "a.articleListItem"),
        Listing("https://wartaekonomi.co.id/indeks", "a.articleListItem"),
        Search("https://wartaekonomi.co.id/search", "a.articleListItem", form={"q": "{query}"}),
    )
    article_urls = (r"^https?://(?:www\.)?wartaekonomi\.co\.id/read(?P<id>\d+)/[a-z0-9-]+$",)
    examples = ("https://wartaekonomi.co.id/read612345/harga-beras-naik-jelang-panen",)
    rules = SiteRules(
        title=(".articlePostHeader h1",),
        body=(".articlePostContent",),
        section=(".articlePostHeader ul li:last-child a",),
        drop=(".adInArticle", ".articleListShare"),
        outlets=("Warta Ekonomi",),
    )
