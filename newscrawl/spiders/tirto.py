"""Tirto.id."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class TirtoSpider(NewsSpider):
    name = "tirto"
    title = "Tirto.id"
    seen = "2026-08: index and article pages"
    forbids = "robots.txt closes addresses with ?next (reported 2026)"
    allowed_domains = ["tirto.id"]
    sources = (Listing("https://tirto.id/indeks", ".postcard a"),)
    article_urls = (r"^https?://(?:www\.)?tirto\.id/[a-z0-9]+(?:-[a-z0-9]+)+-(?P<id>[A-Za-z0-9]{4})$",)
    not_articles = (
        r"tirto\.id/(?:indeks|news|bisnis-tirto|visual-tirto|kueri|inception|rilis-pers|jangkar|author|tag|q|search"
        r"|pikir-dua-kali|weekly)(?:[/?]|$)",
    )
    examples = ("https://tirto.id/harga-beras-naik-jelang-panen-raya-hgYz",)
    rules = SiteRules(
        title=("h1.article-title",),
        body=(".content-text-editor", "article.content-detail-holder"),
        published=(".byline div",),
        author=(".byline a.reporter-name",),
        section=(".breadcrumbs-wrapper a:last-child",),
        drop=(".baca-holder", "[id^=gpt-]", "ins[data-revive-id]", ".article-sidebar", "#premium"),
        outlets=("Tirto.id", "tirto"),
    )
