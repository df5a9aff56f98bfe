"""ANTARA Megapolitan, the bureau of the state news agency for the outskirts of Jakarta."""

from __future__ import annotations

from newscrawl.spiders.families.antara import AntaraSpider, antara_sources


class AntaramegapolitanSpider(AntaraSpider):
    name = "antaramegapolitan"
    title = "ANTARA Megapolitan"
    region = "Jawa Barat"
    seen = "2026-09: host list; article pages of bureaus"
    allowed_domains = ["megapolitan.antaranews.com"]
    sources = antara_sources("megapolitan.antaranews.com")
    examples = ("https://megapolitan.antaranews.com/berita/612345/harga-beras-naik-jelang-panen",)
