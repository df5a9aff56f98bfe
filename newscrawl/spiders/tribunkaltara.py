"""Tribun Kaltara, of the Tribun Network in Kalimantan Utara."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribunkaltaraSpider(TribunSpider):
    name = "tribunkaltara"
    title = "Tribun Kaltara"
    region = "Kalimantan Utara"
    seen = "2026-07: host list; template and listings as on www (2026-08)"
    allowed_domains = ["kaltara.tribunnews.com"]
    sources = tribun_sources("kaltara.tribunnews.com")
    examples = ("https://kaltara.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("TribunKaltara.com", "Tribun Kaltara"), zone="Asia/Makassar")
