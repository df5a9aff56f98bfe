"""Radar Tulungagung, of the Jawa Pos group in Jawa Timur."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.spiders.families.jawapos import JAWAPOS_RULES, JawaPosSpider


class RadartulungagungSpider(JawaPosSpider):
    name = "radartulungagung"
    title = "Radar Tulungagung"
    region = "Jawa Timur"
    seen = "2026: host list; page data as in the family"
    allowed_domains = ["radartulungagung.jawapos.com"]
    sources = (Listing("https://radartulungagung.jawapos.com/"),)
    examples = ("https://radartulungagung.jawapos.com/ekonomi/846676181/harga-beras-naik-jelang-panen",)
    rules = JAWAPOS_RULES.extended(outlets=("Radar Tulungagung", "RADAR TULUNGAGUNG", "JawaPos.com"))
