"""Project Multatuli, in-depth journalism."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.spiders.families.wordpress import WORDPRESS_RULES, WordPressSpider, wordpress_sources


class ProjectmultatuliSpider(WordPressSpider):
    name = "projectmultatuli"
    title = "Project Multatuli"
    kind = "national"
    seen = "2026-08: lists, search and article pages"
    allowed_domains = ["projectmultatuli.org"]
    sources = (
        *wordpress_sources("https://projectmultatuli.org"),
        Listing("https://projectmultatuli.org/en/rubrik/article/page/{page}", ".e-loop-item a"),
    )
    article_urls = (
        r"^https?://(?:www\.)?projectmultatuli\.org/(?:(?:en|id)/)?[a-z0-9]+(?:-[a-z0-9]+){2,}/?$",
    )
    not_articles = (*WordPressSpider.not_articles, r"/rubrik/")
    examples = ("https://projectmultatuli.org/en/fishers-who-lost-their-sea/",)
    rules = WORDPRESS_RULES.extended(outlets=("Project Multatuli",))
