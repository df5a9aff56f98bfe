"""Tribun Manado, of the Tribun Network in Sulawesi Utara."""

from __future__ import annotations

from newscrawl.spiders.families.tribun import TRIBUN_RULES, TribunSpider, tribun_sources


class TribunmanadoSpider(TribunSpider):
    name = "tribunmanado"
    title = "Tribun Manado"
    region = "Sulawesi Utara"
    seen = "2026-09: article pages; template and listings as on www (2026-08)"
    allowed_domains = ["manado.tribunnews.com"]
    sources = tribun_sources("manado.tribunnews.com")
    examples = ("https://manado.tribunnews.com/news/1812351/harga-beras-naik-jelang-panen",)
    rules = TRIBUN_RULES.extended(
        outlets=("Tribunmanado.co.id", "TRIBUNMANADO.CO.ID", "Tribun Manado"), zone="Asia/Makassar"
    )
