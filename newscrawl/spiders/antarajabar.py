"""ANTARA Jawa Barat, the bureau of the state news agency for Jawa Barat."""

from __future__ import annotations

from newscrawl.spiders.families.antara import AntaraSpider, antara_sources


class AntarajabarSpider(AntaraSpider):
    name = "antarajabar"
    title = "ANTARA Jawa Barat"
    region = "Jawa Barat"
    seen = "2026-09: host list; article pages of bureaus"
    allowed_domains = ["jabar.antaranews.com"]
    sources = antara_sources("jabar.antaranews.com")
    examples = ("https://jabar.antaranews.com/berita/612345/harga-beras-naik-jelang-panen",)
