"""ANTARA Aceh, the bureau of the state news agency for Aceh."""

from __future__ import annotations

from newscrawl.spiders.families.antara import AntaraSpider, antara_sources


class AntaraacehSpider(AntaraSpider):
    name = "antaraaceh"
    title = "ANTARA Aceh"
    region = "Aceh"
    seen = "2026-09: host list; article pages of bureaus"
    allowed_domains = ["aceh.antaranews.com"]
    sources = antara_sources("aceh.antaranews.com")
    examples = ("https://aceh.antaranews.com/berita/612345/harga-beras-naik-jelang-panen",)
