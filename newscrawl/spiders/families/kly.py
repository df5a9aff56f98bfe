"""KapanLagi Youniverse (KLY): two houses under one roof.

Liputan6, Bola.com and Fimela are known by ``read-page--*`` and ``article-content-body``; KapanLagi, Merdeka,
Bola.net, Dream and Otosia by ``.html`` addresses and, about 2020, by ``infinite`` pages. Articles split into
sections ('2 dari 3 halaman') are whole on the first page.
"""

from __future__ import annotations

from typing import ClassVar

from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider

READ_PAGE_RULES = SiteRules(
    name="kly",
    title=("h1.read-page--header--title", "h1.read-page--header__title", "h1.article-header__title"),
    body=("div.article-content-body", ".read-page--content"),
    published=(
        "time.read-page--header--author__datetime",
        "time.read-page--header__datetime",
        ".article-header__datetime",
        ".read-page-box__author__updated",
    ),
    modified=("time.read-page--header--author__modified-time", ".article-header__modified-time"),
    author=(
        ".read-page-box__author__name",
        ".read-page--header--author__name",
        ".read-page--header__author .fn",
        ".article-header__author-link",
    ),
    section=(".read-page--breadcrumb--item__title",),
    caption=(".read-page--photo-gallery--item__caption", ".article-photo-gallery--item__description"),
    drop=(
        ".baca-juga",
        ".baca-juga-collections",
        ".advertisement-placeholder",
        ".article-content-body__item-break-index",
        ".article-content-body__item-break",
        ".article-content-body__break",
        ".article-content-body__load-more",
        ".article-content-body__item-embedded",
        ".article-content-body__item-media",
    ),
)

KAPANLAGI_RULES = SiteRules(
    name="kly",
    title=("#detail-headline h2",),
    body=(".detail .infinite",),
    published=("#detail-headline .time",),
    drop=(".detail-body__break", ".body-item__break", ".ncont__break", ".drm-cross-link", ".detail-box"),
)


class ReadPageSpider(NewsSpider):
    """Liputan6 and its kin: articles lie under ``/read/`` and their number."""

    rules = READ_PAGE_RULES
    not_articles: ClassVar[tuple[str, ...]] = (
        r"/(?:photo|foto|video|tv|indeks|tag|search|author)(?:[/?]|$)",
        r"^https?://(?:photo|video|tv)\.",
    )


class DotHtmlSpider(NewsSpider):
    """KapanLagi and its kin: articles are ``.html`` pages with a code at the end of their name."""

    rules = KAPANLAGI_RULES
    not_articles: ClassVar[tuple[str, ...]] = (
        r"/(?:foto|galeri|video|tag|tags|search|cari|slideshow|berita-foto)(?:[/?]|$)",
        r"^https?://(?:video|foto|galeri)\.",
    )
