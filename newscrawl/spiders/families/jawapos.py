"""The Jawa Pos group: jawapos.com and the Radar papers on hosts of their own.

Promedia's templates until 2025. Since then www is a Next.js site, the Radars keep their page data as JSON in
``div[data-page]``. The number in the address has nine to twelve digits.
"""

from __future__ import annotations

from typing import ClassVar

from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider
from newscrawl.spiders.families.promedia import PROMEDIA_RULES

JAWAPOS_RULES: SiteRules = PROMEDIA_RULES.extended(name="jawapos", drop=("p.page",))


class JawaPosSpider(NewsSpider):
    """A Radar of the group."""

    kind = "regional"
    rules = JAWAPOS_RULES
    article_urls: ClassVar[tuple[str, ...]] = (
        r"^https?://[a-z]+\.jawapos\.com/[a-z0-9-]+/(?P<id>\d{8,12})/[a-z0-9-]+",
    )
    not_articles: ClassVar[tuple[str, ...]] = (
        r"/(?:indeks|search|tag|author|foto|video|infografis|subscription)(?:[/?]|$)",
    )
