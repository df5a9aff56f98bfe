"""VIVA.co.id, of VIVA Media Asia."""

from __future__ import annotations

from newscrawl.discovery import Cards, Listing, Search
from newscrawl.spiders.families.viva import VIVA_RULES, VivaNetworkSpider


class VivaSpider(VivaNetworkSpider):
    name = "viva"
    title = "VIVA.co.id"
    seen = "2026-08: index, search and article pages; pages of 2013 and 2016"
    allowed_domains = ["viva.co.id"]
    sources = (
        Listing(
            "https://www.viva.co.id/indeks",
            Cards(".article-list-row", "a.article-list-title", date=".article-list-date span"),
        ),
        Search(
            "https://www.viva.co.id/request/load-more-search",
            form={"keyword": "{query}", "ctype": "art", "page": "{page}", "record_count": "12"},
            headers={"X-Requested-With": "XMLHttpRequest"},
        ),
    )
    article_urls = (r"^https?://(?:[a-z]+\.)*viva\.co\.id/(?:[a-z0-9-]+/){1,3}(?P<id>\d{6,})-[a-z0-9-]+",)
    examples = (
        "https://www.viva.co.id/berita/bisnis/1812345-harga-beras-naik-jelang-panen",
        "http://life.viva.co.id/news/read/734293-busana-baru-musim-ini",
    )
    not_examples = ("https://www.viva.co.id/foto/berita/1812345-suasana-pasar-induk",)
    rules = VIVA_RULES.extended(
        title=("h1.main-content-title", ".article-detail .title h1", "h1.newstitle"),
        body=("div.main-content-detail", "#article-detail-content", "#article-content", ".boxfull.article"),
        published=("div.main-content-date", "div.date[itemprop=datePublished]", ".newsdesc .left"),
        author=("div.main-content-author", "div.author[itemprop=author]", ".newsdesc .right"),
        section=("a.breadcrumb-step",),
        drop=(".boxfull.article > .side", "#att_fotocaption"),
        outlets=("VIVA", "VIVA.co.id"),
    )
