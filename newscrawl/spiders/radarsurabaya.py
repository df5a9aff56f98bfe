"""Radar Surabaya, of the Jawa Pos group in Jawa Timur."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.spiders.families.jawapos import JAWAPOS_RULES, JawaPosSpider


class RadarsurabayaSpider(JawaPosSpider):
    name = "radarsurabaya"
    title = "Radar Surabaya"
    region = "Jawa Timur"
    seen = "2026: host list; page data as in the family"
    allowed_domains = ["radarsurabaya.jawapos.com"]
    sources = (Listing("https://radarsurabaya.jawapos.com/"),)
    examples = ("https://radarsurabaya.jawapos.com/ekonomi/846676181/harga-beras-naik-jelang-panen",)
    rules = JAWAPOS_RULES.extended(outlets=("Radar Surabaya", "RADAR SURABAYA", "JawaPos.com"))
