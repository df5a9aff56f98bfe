"""Medcom.id, of Media Group."""

from __future__ import annotations

from newscrawl.discovery import Feed, Listing
from newscrawl.spiders.families.mediagroup import MEDIA_GROUP_RULES, MediaGroupSpider


class MedcomSpider(MediaGroupSpider):
    name = "medcom"
    title = "Medcom.id"
    seen = "2026-07: article pages"
    allowed_domains = ["medcom.id"]
    sources = (Feed("https://www.medcom.id/feeds/berita"), Listing("https://www.medcom.id/indeks"))
    article_urls = (r"^https?://(?:www\.|m\.)?medcom\.id/(?:[a-z-]+/)+(?P<id>[A-Za-z0-9]{8})-[a-z0-9-]+",)
    examples = ("https://www.medcom.id/nasional/daerah/1bVAOmWN-harga-beras-naik-jelang-panen",)
    not_examples = ("https://www.medcom.id/foto/news/1bVAOmWN-harga-beras-naik-jelang-panen",)
    rules = MEDIA_GROUP_RULES.extended(
        body=("div.artikel-body", "div.articleBody"),
        published=("div.blog-date",),
        outlets=("Medcom.id",),
    )
