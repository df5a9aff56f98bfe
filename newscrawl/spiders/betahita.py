"""Betahita, environment news of Auriga Nusantara."""

from __future__ import annotations

from newscrawl.discovery import Listing, Search
from newscrawl.spiders.families.detailin import DETAIL_IN_RULES, DetailInSpider


class BetahitaSpider(DetailInSpider):
    name = "betahita"
    title = "Betahita"
    seen = "2026-08: search and article pages"
    allowed_domains = ["betahita.id"]
    sources = (
        Listing("https://www.betahita.id/"),
        Search("https://www.betahita.id/search?query={query}&pagenum={page}"),
    )
    article_urls = (r"^https?://(?:www\.)?betahita\.id/(?:berita|opini|sorot)/(?P<id>\d+)/[a-z0-9-]+$",)
    examples = ("https://betahita.id/berita/12345/hutan-lindung-kembali-dibuka",)
    rules = DETAIL_IN_RULES.extended(
        title=("article.detail-artikel div.judul-artikel h1",),
        body=("article.detail-artikel div.detail-in",),
        published=("div.judul-artikel h5.margin-bottom-sm",),
        author=("div.box-sumber h5.title a",),
        section=("div.judul-artikel h5:first-child",),
        outlets=("Betahita", "BETAHITA.ID"),
    )
