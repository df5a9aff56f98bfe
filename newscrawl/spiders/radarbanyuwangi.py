"""Radar Banyuwangi, of the Jawa Pos group in Jawa Timur."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.spiders.families.jawapos import JAWAPOS_RULES, JawaPosSpider


class RadarbanyuwangiSpider(JawaPosSpider):
    name = "radarbanyuwangi"
    title = "Radar Banyuwangi"
    region = "Jawa Timur"
    seen = "2026: host list; page data as in the family"
    allowed_domains = ["radarbanyuwangi.jawapos.com"]
    sources = (Listing("https://radarbanyuwangi.jawapos.com/"),)
    examples = ("https://radarbanyuwangi.jawapos.com/ekonomi/846676181/harga-beras-naik-jelang-panen",)
    rules = JAWAPOS_RULES.extended(outlets=("Radar Banyuwangi", "RADAR BANYUWANGI", "JawaPos.com"))
