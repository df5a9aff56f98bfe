"""WordPress, on which most small news sites of Indonesia run, and the themes that they use.

GianMR (wpberita, newkarma, superfast) is known by ``gmr-*`` classes, Kentooz by ``ktz-*``, tagDiv Newspaper
by ``td-*``, JNews by ``jeg_*``, Elementor by ``elementor-*``. Selectors name the theme's text container
before WordPress's own, so that a site may change its theme.
"""

from __future__ import annotations

from typing import ClassVar

from newscrawl.discovery import Feed, Search, Source, WordPress
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider

WORDPRESS_RULES = SiteRules(
    name="wordpress",
    title=("h1.entry-title", "h1.jeg_post_title", "h1.tdb-title-text", "h1.post-title"),
    body=(
        ".td-post-content",
        ".tdb_single_content .tdb-block-inner",
        ".jeg_main_content .content-inner",
        ".entry-content-single",
        ".elementor-widget-theme-post-content",
        ".wp-block-post-content",
        ".entry-content",
        ".post-content",
    ),
    published=(
        ".gmr-metacontent time.entry-date",
        ".jeg_meta_date",
        ".td-post-date time",
        "time.entry-date.published",
    ),
    author=(
        ".gmr-metacontent .author .fn",
        ".jeg_meta_author a",
        ".td-post-author-name a",
        ".entry-meta .author .fn",
        ".wp-block-post-author-name a",
    ),
    tags=("a[rel=tag]",),
    caption=("figcaption", ".wp-caption-text"),
    drop=(
        ".jp-relatedposts",
        ".sharedaddy",
        ".yarpp-related",
        ".gmr-related-post-onlink",
        ".td-a-rec",
        ".jnews_inline_related_post",
        ".ktz-bannersingletop",
        ".ktzsingle-bannerright",
        "[class*=gmr-banner]",
        "[class*=idblog-]",
    ),
    pages=("/{n}",),
)

DATED = r"^https?://[^/]+/(?:[a-z]+/)?\d{4}/\d{2}/(?:\d{2}/)?[\w%-]{8,}/?$"
"""A post under its date."""

AT_ROOT = r"^https?://[^/]+/[a-z0-9]+(?:-[a-z0-9]+){3,}/?$"
"""A post at the root: told from a static page by the length of its name."""

BY_NUMBER = r"^https?://[^/]+/\?p=(?P<id>\d+)$"
"""A post under its number, where the site gives posts no names."""


def wordpress_sources(home: str) -> tuple[Source, ...]:
    """WordPress's own feed, API and search for the installation at ``home``, such as ``https://example.id``."""
    return (
        Feed(f"{home}/feed/"),
        WordPress(home),
        Search(home + "/page/{page}/?s={query}", first=home + "/?s={query}"),
    )


class WordPressSpider(NewsSpider):
    """Posts stand at the root or under their date; everything else has a path of its own."""

    kind = "regional"
    rules = WORDPRESS_RULES
    not_articles: ClassVar[tuple[str, ...]] = (
        r"//[^/]+/?$",
        r"/(?:tag|category|kategori|kanal|author|page|feed|comments|search|wp-[a-z]+)(?:[/?]|$)",
        r"//[^/]+/(?:redaksi|pedoman-media-siber|privacy-policy|disclaimer|kontak|contact|about|tentang-kami"
        r"|indeks|indeks-berita|iklan|karir|kode-etik)(?:[-/?]|$)",
    )
