"""Tribun Lombok, of the Tribun Network in Nusa Tenggara Barat."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribunlombokSpider(TribunSpider):
    name = "tribunlombok"
    title = "Tribun Lombok"
    region = "Nusa Tenggara Barat"
    seen = "2026-07: host list; template and listings as on www (2026-08)"
    allowed_domains = ["lombok.tribunnews.com"]
    sources = tribun_sources("lombok.tribunnews.com")
    examples = ("https://lombok.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("TribunLombok.com", "Tribun Lombok"), zone="Asia/Makassar")
