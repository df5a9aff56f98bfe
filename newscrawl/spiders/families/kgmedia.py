"""KG Media (Kompas Gramedia): kompas.com, the Grid hosts and BolaSport.

Known by ``read__*`` classes, ``content_*`` meta tags and ``/read/`` in addresses.
"""

from __future__ import annotations

from typing import ClassVar

from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider

KGMEDIA_RULES = SiteRules(
    name="kgmedia",
    title=("h1.read__title",),
    body=("div.read__content", ".read__article", ".read__right"),
    published=("div.read__time", "div.read__date"),
    section=("a.breadcrumb__link",),
    caption=(".photo__caption",),
    drop=(
        "[class^=inject-baca-juga]",
        ".bacajuga",
        ".kompasidRec",
        ".ads-on-body",
        ".ads-partner-wrap",
        ".native-wrap",
        ".wSpec",
        ".fb-quote",
        ".video-box-wrap",
    ),
    pages=("?page=all", "?page={n}"),
)


class KgMediaSpider(NewsSpider):
    """The server ignores the slug: the number in the address is the article."""

    rules = KGMEDIA_RULES
    not_articles: ClassVar[tuple[str, ...]] = (
        r"^https?://(?:video|foto|biz|indeks|search|rss)\.",
        r"/(?:tag|search|photo|foto|video|live|index|indeks|topik|topic)(?:[/?]|$)",
    )
