"""Bacakoran.co, the e-papers of the Disway network, one host a paper."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.spiders.families.disway import DISWAY_RULES, DiswaySpider


class BacakoranSpider(DiswaySpider):
    name = "bacakoran"
    title = "Bacakoran"
    kind = "national"
    seen = "2011-2026: stored article pages"
    allowed_domains = ["bacakoran.co"]
    sources = (Listing("https://bacakoran.co/"),)
    article_urls = (r"^https?://[a-z]+\.bacakoran\.co/(?:read/)?(?P<id>\d+)/[a-z0-9-]+",)
    examples = ("https://sumateraekspres.bacakoran.co/read/61234/harga-beras-naik-jelang-panen",)
    rules = DISWAY_RULES.extended(outlets=("Bacakoran.co",))
