"""JPNN and GenPI: one system, with bureaus on hosts of their own.

Known by ``jpnncom_news_*`` meta tags and ``h1.judul``. Articles are split into short pages.
"""

from __future__ import annotations

from typing import ClassVar

from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider

JPNN_RULES = SiteRules(
    name="jpnn",
    title=("h1.judul",),
    body=("div[itemprop=articleBody]",),
    published=("span.date-publish",),
    author=(".penulis",),
    drop=(".baca-juga", ".box-bacajuga", ".bacajuga", ".ads300"),
    pages=("?page={n}",),
)


class JpnnNetworkSpider(NewsSpider):
    """The bureaus write the article's number into the address, www only its words."""

    rules = JPNN_RULES
    not_articles: ClassVar[tuple[str, ...]] = (r"/(?:tag|indeks|foto|video|search)(?:[/?]|$)",)
