"""VOA Indonesia, the Indonesian service of Voice of America; little new since March 2025."""

from __future__ import annotations

from newscrawl.discovery import Listing, Search
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class VoaindonesiaSpider(NewsSpider):
    name = "voaindonesia"
    title = "VOA Indonesia"
    seen = "2026-08: search and article pages"
    allowed_domains = ["voaindonesia.com"]
    sources = (
        Listing("https://www.voaindonesia.com/"),
        Search("https://www.voaindonesia.com/s?k={query}&page={page}"),
    )
    article_urls = (r"^https?://(?:www\.)?voaindonesia\.com/a/(?:[^/]+/)?(?P<id>\d+)\.html$",)
    not_articles = (r"voaindonesia\.com/(?:z|p|s|subscribe|live)(?:[/?.]|$)",)
    examples = ("https://www.voaindonesia.com/a/harga-beras-naik-jelang-panen/7912345.html",)
    not_examples = ("https://www.voaindonesia.com/z/7912345.html",)
    rules = SiteRules(
        title=("h1.pg-title",),
        body=("#article-content .wsw", "div.body-container", "div.wsw"),
        drop=(".c-mmp", ".article-tools", "[class*=lightbox]"),
        outlets=("VOA", "VOA Indonesia"),
    )
