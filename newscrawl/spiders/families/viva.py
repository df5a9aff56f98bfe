"""VIVA: viva.co.id and tvOne News.

Known by ``main-content-*`` classes; listings go on by POST under ``/request/load*``.
"""

from __future__ import annotations

from typing import ClassVar

from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider

VIVA_RULES = SiteRules(
    name="viva",
    drop=(".recommended-article", ".widget-other-article", "[class^=baca-juga]", ".ad-slot", ".slotiklan"),
    pages=("?page=all", "?page={n}"),
)


class VivaNetworkSpider(NewsSpider):
    """The number before the slug is the article."""

    rules = VIVA_RULES
    not_articles: ClassVar[tuple[str, ...]] = (
        r"/(?:foto|video|indeks|tag|search|redaksi|about|request)(?:[/?]|$)",
    )
