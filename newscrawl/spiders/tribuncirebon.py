"""Tribun Cirebon, of the Tribun Network in Jawa Barat."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribuncirebonSpider(TribunSpider):
    name = "tribuncirebon"
    title = "Tribun Cirebon"
    region = "Jawa Barat"
    seen = "2026-07: host list; template and listings as on www (2026-08)"
    allowed_domains = ["cirebon.tribunnews.com"]
    sources = tribun_sources("cirebon.tribunnews.com")
    examples = ("https://cirebon.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(outlets=("TribunCirebon.com", "Tribun Cirebon"))
