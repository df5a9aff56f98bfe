"""Radar Kepahiang, of the Disway network in Bengkulu."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.spiders.families.disway import DISWAY_RULES, DiswaySpider


class RadarkepahiangSpider(DiswaySpider):
    name = "radarkepahiang"
    title = "Radar Kepahiang"
    region = "Bengkulu"
    seen = "2022: a stored article page"
    allowed_domains = ["radarkepahiang.disway.id"]
    sources = (Listing("https://radarkepahiang.disway.id/?page={page}", ".title-box a"),)
    examples = ("https://radarkepahiang.disway.id/read/671234/harga-beras-naik-jelang-panen",)
    not_examples = ("https://radarkepahiang.disway.id/listtag/671234/harga-beras",)
    rules = DISWAY_RULES.extended(outlets=("Radar Kepahiang", "Radarkepahiang.id"))
