"""Varient, a PHP news system: many small Indonesian sites run it."""

from __future__ import annotations

from typing import ClassVar

from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider

VARIENT_RULES = SiteRules(
    name="varient",
    title=("h1.post-title", ".post-content h1.title", "article h1"),
    description=(".post-summary h2", "h2.post-summary"),
    body=("div.post-text", "#postDetailsPage .entry-content"),
    published=(".post-details-meta-date .sp-left", ".item-meta-date span", ".item-meta-date"),
    modified=(".sp-post-update-date",),
    author=(".post-author-meta a", ".item-meta-author a"),
    section=(".post-content > p label.category-label", ".post-content > .d-flex .badge-category"),
    tags=(".post-tags li a",),
    caption=(".post-image figcaption", "figcaption.img-description"),
)


class VarientSpider(NewsSpider):
    """Varient 1.x and 2.x: articles stand at the root, feeds under /rss, listings under /posts.

    Facts from the system's published sources, versions 1.7 to 2.4 (2021 to 2025).
    """

    rules = VARIENT_RULES
    not_articles: ClassVar[tuple[str, ...]] = (
        r"//[^/]+/?$",
        r"//[^/]+/[^/]+/[^/]+",
        r"/(?:posts|search|indeks|tag|profile|gallery|contact|rss-feeds|reading-list|login|register|terms-conditions)(?:[/?]|$)",
    )
