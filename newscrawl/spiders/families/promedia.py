"""Promedia Teknologi and the Pikiran Rakyat Media Network (PRMN): hundreds of local partners.

Known by ``read__info__*``, ``latest__*`` and ``paging__*`` classes, capitalised ``content_*`` meta tags and
images on static.promediateknologi.id. Articles are split: the whole stands under ``?page=all``.
"""

from __future__ import annotations

from typing import ClassVar

from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider

PROMEDIA_RULES = SiteRules(
    name="promedia",
    title=("h1.read__title",),
    body=("article.read__content", "div.read__article", "div[itemprop=articleBody]"),
    published=("div.read__info__date",),
    author=("div.read__info__author",),
    section=("a.breadcrumb__link",),
    caption=(".photo__caption",),
    drop=(".read__others", ".ads__under__image", ".latest__wrap", ".promote__wrap", ".photo"),
    pages=("?page=all", "?page={n}"),
)


class PromediaSpider(NewsSpider):
    """The number in the address is the article; partners of PRMN write ``pr-`` before it."""

    kind = "regional"
    rules = PROMEDIA_RULES
    article_urls: ClassVar[tuple[str, ...]] = (
        r"^https?://[a-z0-9.-]+/[\w-]+/(?:pr-)?(?P<id>\d{8,13})/[a-z0-9-]+",
    )
    not_articles: ClassVar[tuple[str, ...]] = (
        r"/(?:tag|foto|video|author|search|indeks|indeks-berita)(?:[/?]|$)",
    )
