"""West Java Today, of Jawa Barat."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class WestjavatodaySpider(NewsSpider):
    name = "westjavatoday"
    title = "West Java Today"
    region = "Jawa Barat"
    kind = "regional"
    seen = "2026-09: article pages"
    allowed_domains = ["westjavatoday.com"]
    sources = (Listing("https://www.westjavatoday.com/"),)
    article_urls = (r"^https?://www\.westjavatoday\.com/[a-z0-9]+(?:-[a-z0-9]+){3,}$",)
    examples = ("https://www.westjavatoday.com/harga-beras-naik-jelang-panen",)
    rules = SiteRules(outlets=("West Java Today", "WJToday"))
