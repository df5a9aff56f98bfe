"""ANTARA Jawa Tengah, the bureau of the state news agency for Jawa Tengah."""

from __future__ import annotations

from newscrawl.spiders.families.antara import AntaraSpider, antara_sources


class AntarajatengSpider(AntaraSpider):
    name = "antarajateng"
    title = "ANTARA Jawa Tengah"
    region = "Jawa Tengah"
    seen = "2026-09: host list; article pages of bureaus"
    allowed_domains = ["jateng.antaranews.com"]
    sources = antara_sources("jateng.antaranews.com")
    examples = ("https://jateng.antaranews.com/berita/612345/harga-beras-naik-jelang-panen",)
