"""Radar Madura, of the Jawa Pos group in Jawa Timur."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.spiders.families.jawapos import JAWAPOS_RULES, JawaPosSpider


class RadarmaduraSpider(JawaPosSpider):
    name = "radarmadura"
    title = "Radar Madura"
    region = "Jawa Timur"
    seen = "2026: host list; page data as in the family"
    allowed_domains = ["radarmadura.jawapos.com"]
    sources = (Listing("https://radarmadura.jawapos.com/"),)
    examples = ("https://radarmadura.jawapos.com/ekonomi/846676181/harga-beras-naik-jelang-panen",)
    rules = JAWAPOS_RULES.extended(outlets=("Radar Madura", "RADAR MADURA", "JawaPos.com"))
