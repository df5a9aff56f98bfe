"""Radar Bogor, of the Jawa Pos group, on the Promedia system."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.spiders.families.promedia import PROMEDIA_RULES, PromediaSpider


class RadarbogorSpider(PromediaSpider):
    name = "radarbogor"
    title = "Radar Bogor"
    region = "Jawa Barat"
    kind = "regional"
    seen = "2011-2026: a stored article page"
    allowed_domains = ["rbg.id"]
    sources = (Listing("https://www.rbg.id/", "div.latest__item a"),)
    examples = ("https://www.rbg.id/bogor/pr-9112345678/harga-beras-naik-jelang-panen",)
    rules = PROMEDIA_RULES.extended(outlets=("Radar Bogor",))
