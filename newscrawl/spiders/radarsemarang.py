"""Radar Semarang, of the Jawa Pos group in Jawa Tengah."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.spiders.families.jawapos import JAWAPOS_RULES, JawaPosSpider


class RadarsemarangSpider(JawaPosSpider):
    name = "radarsemarang"
    title = "Radar Semarang"
    region = "Jawa Tengah"
    seen = "2026: host list; page data as in the family"
    allowed_domains = ["radarsemarang.jawapos.com"]
    sources = (Listing("https://radarsemarang.jawapos.com/"),)
    examples = ("https://radarsemarang.jawapos.com/ekonomi/846676181/harga-beras-naik-jelang-panen",)
    rules = JAWAPOS_RULES.extended(outlets=("Radar Semarang", "RADAR SEMARANG", "JawaPos.com"))
