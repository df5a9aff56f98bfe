"""The Disway National Network: regional papers on hosts of disway.id.

Known by ``/read/{number}/``, ``/listtag/`` and images named ``/upload/{md5}``. Captions end with ``--``.
Long articles go on under a trailing offset.
"""

from __future__ import annotations

from typing import ClassVar

from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider

DISWAY_RULES = SiteRules(
    name="disway",
    body=("div.article-content", ".text-article"),
    editor=("div.editor",),
    published=(".date-news",),
    drop=(".ads-slot",),
    drop_text=(r".{1,400}--", r".{1,400}\.--.{1,60}"),
)


class DiswaySpider(NewsSpider):
    """A paper of the network."""

    kind = "regional"
    rules = DISWAY_RULES
    article_urls: ClassVar[tuple[str, ...]] = (
        r"^https?://[a-z]+\.disway\.id/(?:[a-z-]+/)?read/(?P<id>\d+)/[a-z0-9-]+",
    )
    not_articles: ClassVar[tuple[str, ...]] = (
        r"/(?:listtag|readstatik|kategori|index|tag|foto|video)(?:[/?]|$)",
    )
