"""Gatra, whose magazine closed in July 2024; the site moved from gatra.com to gatra.net."""

from __future__ import annotations

from newscrawl.discovery import Feed, WordPress
from newscrawl.spiders.families.wordpress import WORDPRESS_RULES, WordPressSpider


class GatraSpider(WordPressSpider):
    name = "gatra"
    title = "Gatra"
    kind = "national"
    seen = "2026-08: feed, lists and article pages"
    allowed_domains = ["gatra.net", "gatra.com"]
    sources = (Feed("https://www.gatra.net/feed/"), WordPress("https://www.gatra.net"))
    article_urls = (r"^https?://www\.gatra\.(?:net|com)/news-(?P<id>\d+)-[a-z]+-[a-z0-9-]+\.html",)
    examples = ("https://www.gatra.net/news-612345-ekonomi-harga-beras-naik.html",)
    not_examples = ("https://www.gatra.net/kanal/news-612345.html",)
    rules = WORDPRESS_RULES.extended(outlets=("Gatra", "Gatra.com"))
