"""ANTARA, the state news agency: www and a bureau on a host of its own in each province.

The pages state that automated crawling needs written permission. Addresses carry the number after
``/berita/``. On pages of the bureaus the machine-readable ``datePublished`` may be the day of a later
crawl (seen in September 2026): the visible date is right.
"""

from __future__ import annotations

from typing import ClassVar

from newscrawl.discovery import Listing, Search, Source
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider

ANTARA_RULES = SiteRules(
    name="antara",
    title=(".wrap__article-detail-title h1", "h1.post-title", "h1[itemprop=headline]"),
    body=(
        ".wrap__article-detail-content",
        "div[itemprop=articleBody]",
        "div.post-content",
    ),
    published=(
        ".wrap__article-detail-info .list-inline-item span",
        "span.article-date",
        "time[itemprop=datePublished]",
    ),
    author=(".byline span[itemprop=author]",),
    editor=("span[itemprop=editor]",),
    section=(".breadcrumbs__item:nth-child(2)",),
    tags=("ul.list-inline li a[href*='/tag/']",),
    caption=(".wrap__article-detail-image figcaption",),
    drop=(".baca-juga", "p.text-muted", "p.mt10", "p.date", ".quote_old"),
    outlets=("ANTARA", "ANTARA News"),
)


def antara_sources(host: str) -> tuple[Source, ...]:
    """The list of the newest articles and the search of a bureau."""
    return (
        Listing(f"https://{host}/terkini?page={{page}}", ".card__post a"),
        Search(f"https://{host}/search?q={{query}}&page={{page}}", ".card__post a"),
    )


class AntaraSpider(NewsSpider):
    """A bureau of the agency."""

    kind = "regional"
    forbids = "the page foot asks for written permission to crawl (seen 2026)"
    rules = ANTARA_RULES
    article_urls: ClassVar[tuple[str, ...]] = (
        r"^https?://[a-z]+\.antaranews\.com/berita/(?P<id>\d+)/[a-z0-9-]+",
        r"^https?://[a-z]+\.antaranews\.com/news/(?P<id>\d+)/[a-z0-9-]+",
    )
    not_articles: ClassVar[tuple[str, ...]] = (
        r"/(?:video|foto|infografik|tag|interaktif|rilis-pers|search|terkini|indeks)(?:[/?]|$)",
    )
