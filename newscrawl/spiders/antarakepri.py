"""ANTARA Kepulauan Riau, the bureau of the state news agency for Kepulauan Riau."""

from __future__ import annotations

from newscrawl.spiders.families.antara import AntaraSpider, antara_sources


class AntarakepriSpider(AntaraSpider):
    name = "antarakepri"
    title = "ANTARA Kepulauan Riau"
    region = "Kepulauan Riau"
    seen = "2026-09: host list; article pages of bureaus"
    allowed_domains = ["kepri.antaranews.com"]
    sources = antara_sources("kepri.antaranews.com")
    examples = ("https://kepri.antaranews.com/berita/612345/harga-beras-naik-jelang-panen",)
