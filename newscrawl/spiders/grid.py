"""Grid.ID, magazines of KG Media."""

from __future__ import annotations

from newscrawl.discovery import Listing, Search
from newscrawl.spiders.families.kgmedia import KGMEDIA_RULES, KgMediaSpider


class GridSpider(KgMediaSpider):
    name = "grid"
    title = "Grid.ID"
    seen = "2026-08: lists, search and article pages"
    allowed_domains = ["grid.id"]
    sources = (
        Listing("https://www.grid.id/page/{page}", ".news-list__list a"),
        Search("https://www.grid.id/search?q={query}&page={page}", ".news-list__list a"),
    )
    article_urls = (r"^https?://[a-z.]*grid\.id/read/(?P<id>\d{6,})/[a-z0-9-]+",)
    examples = ("https://nakita.grid.id/read/044123456/resep-sup-ayam-untuk-anak",)
    not_examples = ("https://www.grid.id/photo/044123456/foto-gaun-pengantin",)
    rules = KGMEDIA_RULES.extended(author=(".read__author",), outlets=("Grid.ID",))
