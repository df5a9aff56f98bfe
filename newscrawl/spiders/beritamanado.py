"""BeritaManado, of Manado."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import AT_ROOT, WORDPRESS_RULES, WordPressSpider, wordpress_sources


class BeritamanadoSpider(WordPressSpider):
    name = "beritamanado"
    title = "BeritaManado"
    region = "Sulawesi Utara"
    seen = "2011-2026: a stored article page; feed and API are WordPress's own"
    allowed_domains = ["beritamanado.com"]
    sources = wordpress_sources("https://beritamanado.com")
    article_urls = (AT_ROOT,)
    examples = ("https://beritamanado.com/harga-beras-naik-jelang-panen/",)
    rules = WORDPRESS_RULES.extended(outlets=("BeritaManado", "BeritaManado.com"), zone="Asia/Makassar")
