"""Radar Bojonegoro, of the Jawa Pos group in Jawa Timur."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.spiders.families.jawapos import JAWAPOS_RULES, JawaPosSpider


class RadarbojonegoroSpider(JawaPosSpider):
    name = "radarbojonegoro"
    title = "Radar Bojonegoro"
    region = "Jawa Timur"
    seen = "2026: host list; page data as in the family"
    allowed_domains = ["radarbojonegoro.jawapos.com"]
    sources = (Listing("https://radarbojonegoro.jawapos.com/"),)
    examples = ("https://radarbojonegoro.jawapos.com/ekonomi/846676181/harga-beras-naik-jelang-panen",)
    rules = JAWAPOS_RULES.extended(outlets=("Radar Bojonegoro", "RADAR BOJONEGORO", "JawaPos.com"))
