"""ANTARA Jawa Timur, the bureau of the state news agency for Jawa Timur."""

from __future__ import annotations

from newscrawl.spiders.families.antara import AntaraSpider, antara_sources


class AntarajatimSpider(AntaraSpider):
    name = "antarajatim"
    title = "ANTARA Jawa Timur"
    region = "Jawa Timur"
    seen = "2026-09: host list; article pages of bureaus"
    allowed_domains = ["jatim.antaranews.com"]
    sources = antara_sources("jatim.antaranews.com")
    examples = ("https://jatim.antaranews.com/berita/612345/harga-beras-naik-jelang-panen",)
