"""Radar Situbondo, of the Jawa Pos group in Jawa Timur."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.spiders.families.jawapos import JAWAPOS_RULES, JawaPosSpider


class RadarsitubondoSpider(JawaPosSpider):
    name = "radarsitubondo"
    title = "Radar Situbondo"
    region = "Jawa Timur"
    seen = "2026: host list; page data as in the family"
    allowed_domains = ["radarsitubondo.jawapos.com"]
    sources = (Listing("https://radarsitubondo.jawapos.com/"),)
    examples = ("https://radarsitubondo.jawapos.com/ekonomi/846676181/harga-beras-naik-jelang-panen",)
    rules = JAWAPOS_RULES.extended(outlets=("Radar Situbondo", "RADAR SITUBONDO", "JawaPos.com"))
