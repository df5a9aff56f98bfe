"""Radar Malang, of the Jawa Pos group in Jawa Timur."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.spiders.families.jawapos import JAWAPOS_RULES, JawaPosSpider


class RadarmalangSpider(JawaPosSpider):
    name = "radarmalang"
    title = "Radar Malang"
    region = "Jawa Timur"
    seen = "2026: host list; page data as in the family"
    allowed_domains = ["radarmalang.jawapos.com"]
    sources = (Listing("https://radarmalang.jawapos.com/"),)
    examples = ("https://radarmalang.jawapos.com/ekonomi/846676181/harga-beras-naik-jelang-panen",)
    rules = JAWAPOS_RULES.extended(outlets=("Radar Malang", "RADAR MALANG", "JawaPos.com"))
