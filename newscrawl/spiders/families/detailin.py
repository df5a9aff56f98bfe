"""Sites of one maker, known by ``detail-in``, ``judul-artikel`` and ``pagenum``."""

from __future__ import annotations

from typing import ClassVar

from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider

DETAIL_IN_RULES = SiteRules(
    name="detailin",
    body=("div.detail-in",),
    drop=("[class^=smallbox-pilihan]", ".box-foto-artikel"),
)


class DetailInSpider(NewsSpider):
    """The number before the slug is the article; listings count with ``pagenum``."""

    rules = DETAIL_IN_RULES
    not_articles: ClassVar[tuple[str, ...]] = (r"/(?:search|video|foto|topic|tag|indeks)(?:[/?]|$)",)
