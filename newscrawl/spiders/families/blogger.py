"""News sites on Blogger: ``/{year}/{month}/{slug}.html`` and feeds under ``/feeds/posts/default``."""

from __future__ import annotations

from typing import ClassVar

from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider

BLOGGER_RULES = SiteRules(
    name="blogger",
    title=("h1.post-title", "h3.post-title", "h1.entry-title"),
    body=(".post-body", ".entry-content"),
    published=("abbr.published", "time.published", ".post-timestamp"),
    author=(".post-author .fn",),
    tags=(".post-labels a",),
    drop=(".post-footer", ".related-posts", ".blog-pager"),
)


class BloggerSpider(NewsSpider):
    """Labels and searches lie under ``/search``, static pages under ``/p``."""

    kind = "regional"
    rules = BLOGGER_RULES
    article_urls: ClassVar[tuple[str, ...]] = (r"^https?://[a-z0-9.-]+/\d{4}/\d{2}/[a-z0-9_-]+\.html",)
    not_articles: ClassVar[tuple[str, ...]] = (r"//[^/]+/(?:search|p|feeds)(?:[/?]|$)",)
