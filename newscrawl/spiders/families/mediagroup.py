"""Media Group: Media Indonesia, Metro TV, Medcom."""

from __future__ import annotations

from typing import ClassVar

from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider

MEDIA_GROUP_RULES = SiteRules(
    name="mediagroup",
    drop=("p.related-news", "ul.related", ".flying-carpet", ".ext-channel", ".info-author"),
)


class MediaGroupSpider(NewsSpider):
    """Three sites, three templates; the code or number in the address is the article."""

    rules = MEDIA_GROUP_RULES
    not_articles: ClassVar[tuple[str, ...]] = (
        r"/(?:indeks|tag|author|foto|galleries|video|play|live|e-paper|search)(?:[/?]|$)",
    )
