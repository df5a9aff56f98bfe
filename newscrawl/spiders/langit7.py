"""Langit7.id, on Islam. The address ends with the Unix time of publication."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class Langit7Spider(NewsSpider):
    name = "langit7"
    title = "Langit7.id"
    seen = "2026-09: article pages"
    allowed_domains = ["langit7.id"]
    sources = (Listing("https://langit7.id/"),)
    article_urls = (r"^https?://langit7\.id/read/(?P<id>\d+)/\d+/[a-z0-9-]+-\d{10}$",)
    examples = ("https://langit7.id/read/51234/1/keutamaan-membaca-pagi-hari-1790233784",)
    not_examples = ("https://langit7.id/tag/keutamaan-membaca-pagi-hari-1790233784",)
    rules = SiteRules(outlets=("Langit7.id", "LANGIT7.ID"))
