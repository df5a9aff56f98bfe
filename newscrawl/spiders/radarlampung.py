"""Radar Lampung, of the Disway network in Lampung."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.spiders.families.disway import DISWAY_RULES, DiswaySpider


class RadarlampungSpider(DiswaySpider):
    name = "radarlampung"
    title = "Radar Lampung"
    region = "Lampung"
    seen = "2025: lists and article pages"
    allowed_domains = ["radarlampung.disway.id"]
    sources = (Listing("https://radarlampung.disway.id/?page={page}", ".title-box a"),)
    examples = ("https://radarlampung.disway.id/read/671234/harga-beras-naik-jelang-panen",)
    not_examples = ("https://radarlampung.disway.id/listtag/671234/harga-beras",)
    rules = DISWAY_RULES.extended(outlets=("Radar Lampung", "RADARLAMPUNG.CO.ID"))
