"""The Detik Network of Trans Media: detikcom, CNN Indonesia, CNBC Indonesia.

Known by ``detail__*`` classes, ``dtk:*`` meta tags and images on akcdn.detik.net.id.
"""

from __future__ import annotations

from typing import ClassVar

from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider

DETIK_RULES = SiteRules(
    name="detik",
    title=("h1.detail__title", "article .jdl h1", ".content_detail h1"),
    body=(
        "div.detail__body-text",
        "div.detail-text",
        "div.detail_text",
        "div.text_detail",
    ),
    published=("div.detail__date", ".jdl div.date", ".content_detail > div.date"),
    author=("div.detail__author", ".jdl div.author", ".content_detail > div.author"),
    section=("h2.detail__subtitle a", "a.gtm_breadcrumb_kanal"),
    tags=(".detail__body-tag a",),
    caption=(".detail__media-caption", ".pic_artikel_sisip_table"),
    drop=(
        ".linksisip",
        ".lihatjg",
        ".paradetail",
        ".parallaxindetail",
        ".detail__body-tag",
        ".detail_ads",
        "a.embed",
        ".noncontent",
    ),
)


class DetikNetworkSpider(NewsSpider):
    """Articles carry their number in the address; galleries and videos have paths of their own."""

    rules = DETIK_RULES
    not_articles: ClassVar[tuple[str, ...]] = (
        r"/(?:indeks|tag|search|video|detiktv|foto|readfoto|infografis)(?:[/?]|$)",
        r"/foto-",
    )
