"""Tribun Kaltim, of the Tribun Network in Kalimantan Timur."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribunkaltimSpider(TribunSpider):
    name = "tribunkaltim"
    title = "Tribun Kaltim"
    region = "Kalimantan Timur"
    seen = "2026-09: article pages; template and listings as on www (2026-08)"
    allowed_domains = ["kaltim.tribunnews.com"]
    sources = tribun_sources("kaltim.tribunnews.com")
    examples = ("https://kaltim.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(
        outlets=("TRIBUNKALTIM.CO", "Tribunkaltim.co", "Tribun Kaltim"), zone="Asia/Makassar"
    )
