"""Indopolitika, political news."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.spiders.families.wordpress import AT_ROOT, WORDPRESS_RULES, WordPressSpider, wordpress_sources


class IndopolitikaSpider(WordPressSpider):
    name = "indopolitika"
    title = "Indopolitika"
    kind = "national"
    seen = "2026-08: lists, search and article pages"
    allowed_domains = ["indopolitika.com"]
    sources = (
        *wordpress_sources("https://indopolitika.com"),
        Listing(
            "https://indopolitika.com/indeks-berita/page/{page}/",
            "h2.media-title a.media-link",
            first="https://indopolitika.com/indeks-berita/",
        ),
    )
    article_urls = (AT_ROOT,)
    examples = ("https://indopolitika.com/sidang-kabinet-digelar-di-istana/",)
    rules = WORDPRESS_RULES.extended(
        title=(".post-title h1",),
        body=(".post-body.post-article", ".post-content .post-article"),
        author=(".post-authorname a",),
        drop=(".buttonOnGooglePill", ".teks-dalam-kotak", "[class*=baca-juga]"),
        outlets=("Indopolitika",),
    )
