"""INDOSPORT."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class IndosportSpider(NewsSpider):
    name = "indosport"
    title = "INDOSPORT"
    seen = "2018: stored article pages"
    allowed_domains = ["indosport.com"]
    sources = (Listing("https://www.indosport.com/"),)
    article_urls = (r"^https?://www\.indosport\.com/[a-z-]+/\d{8}/[a-z0-9-]+",)
    not_articles = (r"/(?:multimedia|tag|search|video|foto)(?:[/?]|$)",)
    examples = ("https://www.indosport.com/sepakbola/20180121/timnas-berlatih-di-bandung",)
    not_examples = ("https://www.indosport.com/multimedia/20180121/timnas-berlatih",)
    rules = SiteRules(body=("div.content-text",), outlets=("INDOSPORT", "INDOSPORT.COM"))
