"""Radar Kediri, of the Jawa Pos group in Jawa Timur."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.spiders.families.jawapos import JAWAPOS_RULES, JawaPosSpider


class RadarkediriSpider(JawaPosSpider):
    name = "radarkediri"
    title = "Radar Kediri"
    region = "Jawa Timur"
    seen = "2026: host list; page data as in the family"
    allowed_domains = ["radarkediri.jawapos.com"]
    sources = (Listing("https://radarkediri.jawapos.com/"),)
    examples = ("https://radarkediri.jawapos.com/ekonomi/846676181/harga-beras-naik-jelang-panen",)
    rules = JAWAPOS_RULES.extended(outlets=("Radar Kediri", "RADAR KEDIRI", "JawaPos.com"))
