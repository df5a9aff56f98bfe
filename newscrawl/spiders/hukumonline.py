"""Hukumonline, legal news."""

from __future__ import annotations

from newscrawl.discovery import Sitemap
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class HukumonlineSpider(NewsSpider):
    name = "hukumonline"
    title = "Hukumonline"
    seen = "2026-08: sitemap and article pages"
    allowed_domains = ["hukumonline.com"]
    sources = (Sitemap("https://www.hukumonline.com/berita/sitemap.xml"),)
    article_urls = (r"^https?://(?:www\.)?hukumonline\.com/berita/a/[a-z0-9-]+-(?P<id>lt[0-9a-f]{6,})/?$",)
    not_articles = (r"hukumonline\.com/(?:berita/foto|stories|klinik|pusatdata|search)(?:[/?]|$)",)
    examples = ("https://www.hukumonline.com/berita/a/aturan-baru-pengadaan-barang-lt66b1f2a3c4d5e/",)
    not_examples = ("https://www.hukumonline.com/klinik/a/aturan-baru-lt66b1f2a3c4d5e/",)
    rules = SiteRules(
        body=("div.article-content", "div.articleBody"),
        drop=("[class*=related]", "[class*=promo]"),
        outlets=("Hukumonline",),
        pages=("?page=all", "?page={n}"),
    )
