"""BeritaHUKUM. The query of the address names the article."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class BeritahukumSpider(NewsSpider):
    name = "beritahukum"
    title = "BeritaHUKUM"
    seen = "2011-2026: stored article pages"
    allowed_domains = ["beritahukum.com"]
    sources = (Listing("http://www.beritahukum.com/"),)
    article_urls = (r"^https?://(?:www\.)?beritahukum\.com/detail_berita\.php\?judul=.",)
    examples = ("http://www.beritahukum.com/detail_berita.php?judul=Hakim+Baru+Dilantik",)
    rules = SiteRules(outlets=("BeritaHUKUM", "Berita HUKUM"))
