"""Jakarta Globe, in English, of B Universe."""

from __future__ import annotations

from newscrawl.discovery import Listing, Search
from newscrawl.spiders.families.buniverse import BUNIVERSE_RULES, BUniverseSpider


class JakartaglobeSpider(BUniverseSpider):
    name = "jakartaglobe"
    title = "Jakarta Globe"
    seen = "2026-08: article pages, lists and search"
    allowed_domains = ["jakartaglobe.id"]
    sources = (
        Listing("https://jakartaglobe.id/newsindex/page/{page}"),
        Search("https://jakartaglobe.id/search/{query}/page/{page}"),
    )
    article_urls = (r"^https?://jakartaglobe\.id/[a-z-]+/[a-z0-9]+(?:-[a-z0-9]+){2,}/?$",)
    not_articles = (*BUniverseSpider.not_articles, r"jakartaglobe\.id/(?:special-updates|css|js)/")
    examples = ("https://jakartaglobe.id/business/rice-prices-rise-before-harvest",)
    not_examples = ("https://jakartaglobe.id/tag/rice-prices-in-indonesia",)
    rules = BUNIVERSE_RULES.extended(language="en", outlets=("Jakarta Globe",))
