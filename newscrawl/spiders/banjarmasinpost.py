"""Banjarmasin Post, of the Tribun Network in Kalimantan Selatan."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class BanjarmasinpostSpider(TribunSpider):
    name = "banjarmasinpost"
    title = "Banjarmasin Post"
    region = "Kalimantan Selatan"
    seen = "2026-07: host list; template and listings as on www (2026-08)"
    allowed_domains = ["banjarmasin.tribunnews.com"]
    sources = tribun_sources("banjarmasin.tribunnews.com")
    examples = ("https://banjarmasin.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(
        outlets=("Banjarmasinpost.co.id", "BANJARMASINPOST.CO.ID", "Banjarmasin Post"), zone="Asia/Makassar"
    )
