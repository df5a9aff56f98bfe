"""ANTARA Jambi, the bureau of the state news agency for Jambi."""

from __future__ import annotations

from newscrawl.spiders.families.antara import AntaraSpider, antara_sources


class AntarajambiSpider(AntaraSpider):
    name = "antarajambi"
    title = "ANTARA Jambi"
    region = "Jambi"
    seen = "2026-09: host list; article pages of bureaus"
    allowed_domains = ["jambi.antaranews.com"]
    sources = antara_sources("jambi.antaranews.com")
    examples = ("https://jambi.antaranews.com/berita/612345/harga-beras-naik-jelang-panen",)
