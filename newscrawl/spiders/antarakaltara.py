"""ANTARA Kalimantan Utara, the bureau of the state news agency for Kalimantan Utara."""

from __future__ import annotations

from newscrawl.spiders.families.antara import ANTARA_RULES, AntaraSpider, antara_sources


class AntarakaltaraSpider(AntaraSpider):
    name = "antarakaltara"
    title = "ANTARA Kalimantan Utara"
    region = "Kalimantan Utara"
    seen = "2026-09: host list; article pages of bureaus"
    allowed_domains = ["kaltara.antaranews.com"]
    sources = antara_sources("kaltara.antaranews.com")
    examples = ("https://kaltara.antaranews.com/berita/612345/harga-beras-naik-jelang-panen",)
    rules = ANTARA_RULES.extended(zone="Asia/Makassar")
