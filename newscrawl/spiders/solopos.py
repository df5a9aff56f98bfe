"""Solopos, the daily of JIBI in Surakarta; its site moved from solopos.com to espos.id."""

from __future__ import annotations

from newscrawl.discovery import Feed, Listing
from newscrawl.spiders.families.jibi import JIBI_RULES, JibiSpider


class SoloposSpider(JibiSpider):
    name = "solopos"
    title = "Solopos"
    region = "Jawa Tengah"
    kind = "regional"
    seen = "2026: article addresses; feed listed 2026"
    allowed_domains = ["espos.id", "solopos.com"]
    sources = (Feed("https://www.solopos.com/feed"), Listing("https://www.espos.id/"))
    article_urls = (
        r"^https?://[a-z]+\.(?:espos\.id|solopos\.com)/[a-z0-9-]+-(?P<id>\d{6,7})$",
        r"^https?://www\.solopos\.com/\d{4}/\d{2}/\d{2}/[a-z0-9-]+-(?P<id>\d+)$",
    )
    examples = ("https://solopos.espos.id/harga-beras-naik-jelang-panen-2012345",)
    not_examples = ("https://www.espos.id/tag/harga-beras-naik-2012345",)
    rules = JIBI_RULES.extended(outlets=("Solopos", "Solopos.com", "Espos", "Esposin"))
