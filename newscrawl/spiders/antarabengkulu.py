"""ANTARA Bengkulu, the bureau of the state news agency for Bengkulu."""

from __future__ import annotations

from newscrawl.spiders.families.antara import AntaraSpider, antara_sources


class AntarabengkuluSpider(AntaraSpider):
    name = "antarabengkulu"
    title = "ANTARA Bengkulu"
    region = "Bengkulu"
    seen = "2026-09: host list; article pages of bureaus"
    allowed_domains = ["bengkulu.antaranews.com"]
    sources = antara_sources("bengkulu.antaranews.com")
    examples = ("https://bengkulu.antaranews.com/berita/612345/harga-beras-naik-jelang-panen",)
