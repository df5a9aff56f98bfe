"""Tribun Toraja, of the Tribun Network in Sulawesi Selatan."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribuntorajaSpider(TribunSpider):
    name = "tribuntoraja"
    title = "Tribun Toraja"
    region = "Sulawesi Selatan"
    seen = "2026: host list; template and listings as on www (2026-08)"
    allowed_domains = ["toraja.tribunnews.com"]
    sources = tribun_sources("toraja.tribunnews.com")
    examples = ("https://toraja.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("TribunToraja.com", "Tribun Toraja"), zone="Asia/Makassar")
