"""RM.id, of Rakyat Merdeka."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class RmidSpider(NewsSpider):
    name = "rmid"
    title = "RM.id"
    seen = "2026-09: article pages; 2026-08: lists"
    allowed_domains = ["rm.id"]
    sources = (Listing("https://rm.id/page/{page}/"),)
    article_urls = (r"^https?://rm\.id/baca-berita/[a-z0-9-]+/(?P<id>\d+)/[a-z0-9-]+",)
    not_articles = (r"/tag(?:[/?]|$)",)
    examples = ("https://rm.id/baca-berita/nasional/312345/sidang-kabinet-digelar-di-istana",)
    rules = SiteRules(body=("div.content-berita",), outlets=("RM.id", "Rakyat Merdeka"))
