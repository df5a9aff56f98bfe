"""Memorandum, a daily of Surabaya."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.spiders.families.disway import DISWAY_RULES, DiswaySpider


class MemorandumSpider(DiswaySpider):
    name = "memorandum"
    title = "Memorandum"
    region = "Jawa Timur"
    kind = "regional"
    seen = "2011-2026: a stored article page"
    allowed_domains = ["memorandum.disway.id"]
    sources = (Listing("https://memorandum.disway.id/?page={page}", ".title-box a"),)
    examples = ("https://memorandum.disway.id/read/91234/harga-beras-naik-jelang-panen",)
    not_examples = ("https://memorandum.disway.id/listtag/91234/harga-beras",)
    rules = DISWAY_RULES.extended(outlets=("MEMORANDUM.CO.ID", "Memorandum"))
