"""Radar Jombang, of the Jawa Pos group in Jawa Timur."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.spiders.families.jawapos import JAWAPOS_RULES, JawaPosSpider


class RadarjombangSpider(JawaPosSpider):
    name = "radarjombang"
    title = "Radar Jombang"
    region = "Jawa Timur"
    seen = "2026: host list; page data as in the family"
    allowed_domains = ["radarjombang.jawapos.com"]
    sources = (Listing("https://radarjombang.jawapos.com/"),)
    examples = ("https://radarjombang.jawapos.com/ekonomi/846676181/harga-beras-naik-jelang-panen",)
    rules = JAWAPOS_RULES.extended(outlets=("Radar Jombang", "RADAR JOMBANG", "JawaPos.com"))
