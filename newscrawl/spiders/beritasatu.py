"""BeritaSatu.com, of B Universe."""

from __future__ import annotations

from newscrawl.discovery import Listing, Sitemap
from newscrawl.spiders.families.buniverse import BUNIVERSE_RULES, BUniverseSpider


class BeritasatuSpider(BUniverseSpider):
    name = "beritasatu"
    title = "BeritaSatu.com"
    seen = "2026-09: article pages; 2026-08: sitemaps and lists"
    forbids = "robots.txt closes /tag/ and /search/ (reported 2026)"
    allowed_domains = ["beritasatu.com"]
    sources = (
        Sitemap("https://www.beritasatu.com/sitemap.xml"),
        Listing(
            "https://www.beritasatu.com/{section}/indeks/{page}",
            max_pages=7,
            sections={"nasional": "nasional", "ekonomi": "ekonomi", "internasional": "internasional"},
            section="terkini",
        ),
    )
    article_urls = (r"^https?://(?:www\.)?beritasatu\.com/[a-z0-9-]+/(?P<id>\d{4,})/[a-z0-9-]+",)
    examples = ("https://www.beritasatu.com/ekonomi/2912345/harga-beras-naik-jelang-panen",)
    not_examples = ("https://www.beritasatu.com/multimedia/2912345/harga-beras-naik",)
    rules = BUNIVERSE_RULES.extended(
        author=("a[href*='/penulis/']",), outlets=("BeritaSatu.com", "Beritasatu")
    )
