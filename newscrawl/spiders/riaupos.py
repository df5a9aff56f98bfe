"""Riau Pos, of the Jawa Pos group in Riau."""

from __future__ import annotations

from newscrawl.discovery import Feed, Listing
from newscrawl.spiders.families.jawapos import JAWAPOS_RULES, JawaPosSpider


class RiauposSpider(JawaPosSpider):
    name = "riaupos"
    title = "Riau Pos"
    region = "Riau"
    seen = "2026: feed listed; page data as in the family"
    allowed_domains = ["riaupos.jawapos.com"]
    sources = (Feed("https://riaupos.jawapos.com/feed"), Listing("https://riaupos.jawapos.com/"))
    examples = ("https://riaupos.jawapos.com/ekonomi/2456123456/harga-beras-naik-jelang-panen",)
    rules = JAWAPOS_RULES.extended(outlets=("Riau Pos", "RIAUPOS.CO"))
