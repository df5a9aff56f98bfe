"""GridOto and its sister sites on cars and technology, of KG Media."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.spiders.families.kgmedia import KGMEDIA_RULES, KgMediaSpider


class GridotoSpider(KgMediaSpider):
    name = "gridoto"
    title = "GridOto"
    seen = "2026: stored article pages"
    allowed_domains = ["gridoto.com", "gridtechno.com", "motorplus-online.com"]
    sources = (Listing("https://www.gridoto.com/"),)
    article_urls = (
        r"^https?://(?:www\.)?(?:gridoto|gridtechno|motorplus-online)\.com/read/(?P<id>\d{7,9})/[a-z0-9-]+",
    )
    examples = ("https://www.gridoto.com/read/224123456/motor-listrik-baru-meluncur",)
    not_examples = ("https://www.gridoto.com/video/224123456/motor-listrik-baru",)
    rules = KGMEDIA_RULES.extended(outlets=("GridOto.com", "GridOto"))
