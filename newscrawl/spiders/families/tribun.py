"""The Tribun Network of KG Media: tribunnews.com and its regional papers, one host each.

Known by ``h1#arttitle`` and ``div.side-article.txt-article``. The template has kept these names from 2016
to 2026. Regional hosts lost the date in their addresses in 2025; the older addresses are still served.
Answers 403 to agents that are no browsers (reported in July 2026).
"""

from __future__ import annotations

from typing import ClassVar

from newscrawl.discovery import Cards, DatedIndex, Feed, Source
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider

TRIBUN_RULES = SiteRules(
    name="tribun",
    title=("h1#arttitle", "h1.f50"),
    body=("div.side-article.txt-article", "div.txt-article"),
    published=("#article time", "#article .grey.bdr3 h3"),
    author=("#penulis",),
    editor=("#editor",),
    tags=("h5.tagcloud3 a",),
    caption=("#artimg figcaption", ".arial.f12.pb10"),
    drop=("p.baca", "blockquote.summary-article", ".ads-placeholder", ".belanja-picks"),
    pages=("?page=all", "?page={n}"),
)


INDEX_CARDS = Cards("ul.lsi > li", "h3 > a", date="time")


def tribun_sources(host: str) -> tuple[Source, ...]:
    """The feed and the dated index of a regional host. Page 11 of the index and later repeat page 10."""
    return (
        Feed(f"https://{host}/rss"),
        DatedIndex(
            f"https://{host}/index-news?date={{date:%Y-%m-%d}}&page={{page}}", INDEX_CARDS, max_pages=10
        ),
    )


class TribunSpider(NewsSpider):
    """A regional host of the network."""

    kind = "regional"
    rules = TRIBUN_RULES
    article_urls: ClassVar[tuple[str, ...]] = (
        r"^https?://[a-z-]+\.tribunnews\.com/[a-z-]+/(?P<id>\d{5,8})/[a-z0-9-]+",
        r"^https?://[a-z-]+\.tribunnews\.com/(?:[a-z-]+/){0,2}\d{4}/\d{2}/\d{2}/[a-z0-9-]+",
    )
    not_articles: ClassVar[tuple[str, ...]] = (
        r"/(?:index-news|tag|topic|topics|search|penulis|editor|epaper|images|foto|video|videos|webstories|api|ajax)"
        r"(?:[/?]|$)",
    )
