"""ANTARA Bangka Belitung, the bureau of the state news agency for Kepulauan Bangka Belitung."""

from __future__ import annotations

from newscrawl.spiders.families.antara import AntaraSpider, antara_sources


class AntarababelSpider(AntaraSpider):
    name = "antarababel"
    title = "ANTARA Bangka Belitung"
    region = "Kepulauan Bangka Belitung"
    seen = "2026-09: host list; article pages of bureaus"
    allowed_domains = ["babel.antaranews.com"]
    sources = antara_sources("babel.antaranews.com")
    examples = ("https://babel.antaranews.com/berita/612345/harga-beras-naik-jelang-panen",)
