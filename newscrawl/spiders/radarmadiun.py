"""Radar Madiun, of the Jawa Pos group in Jawa Timur."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.spiders.families.jawapos import JAWAPOS_RULES, JawaPosSpider


class RadarmadiunSpider(JawaPosSpider):
    name = "radarmadiun"
    title = "Radar Madiun"
    region = "Jawa Timur"
    seen = "2026: host list; page data as in the family"
    allowed_domains = ["radarmadiun.jawapos.com"]
    sources = (Listing("https://radarmadiun.jawapos.com/"),)
    examples = ("https://radarmadiun.jawapos.com/ekonomi/846676181/harga-beras-naik-jelang-panen",)
    rules = JAWAPOS_RULES.extended(outlets=("Radar Madiun", "RADAR MADIUN", "JawaPos.com"))
