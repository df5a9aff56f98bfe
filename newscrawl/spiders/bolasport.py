"""BolaSport.com, of KG Media."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.spiders.families.kgmedia import KGMEDIA_RULES, KgMediaSpider


class BolasportSpider(KgMediaSpider):
    name = "bolasport"
    title = "BolaSport.com"
    seen = "2017: stored article pages; template shared with Grid (2026)"
    allowed_domains = ["bolasport.com"]
    sources = (Listing("https://www.bolasport.com/"),)
    article_urls = (r"^https?://(?:[a-z]+\.)?bolasport\.com/read/(?P<id>\d{9})/[a-z0-9-]+",)
    examples = ("https://www.bolasport.com/read/312345678/timnas-berlatih-di-bandung",)
    not_examples = ("https://www.bolasport.com/video/312345678/timnas-berlatih",)
    rules = KGMEDIA_RULES.extended(outlets=("BolaSport.com", "BOLASPORT.COM"))
