"""Radar Solo, of the Jawa Pos group in Jawa Tengah."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.spiders.families.jawapos import JAWAPOS_RULES, JawaPosSpider


class RadarsoloSpider(JawaPosSpider):
    name = "radarsolo"
    title = "Radar Solo"
    region = "Jawa Tengah"
    seen = "2025-10: article addresses; page data as in the family"
    allowed_domains = ["radarsolo.jawapos.com"]
    sources = (Listing("https://radarsolo.jawapos.com/"),)
    examples = ("https://radarsolo.jawapos.com/ekonomi/846676181/harga-beras-naik-jelang-panen",)
    rules = JAWAPOS_RULES.extended(outlets=("Radar Solo", "RADAR SOLO", "JawaPos.com"))
