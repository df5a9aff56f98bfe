"""JagatPlay, games."""

from __future__ import annotations

from newscrawl.spiders.families.wordpress import WORDPRESS_RULES, WordPressSpider, wordpress_sources


class JagatplaySpider(WordPressSpider):
    name = "jagatplay"
    title = "JagatPlay"
    kind = "national"
    seen = "2013: an article page; feed and API are WordPress's own"
    allowed_domains = ["jagatplay.com"]
    sources = wordpress_sources("http://jagatplay.com")
    article_urls = (r"^https?://jagatplay\.com/\d{4}/\d{2}/[a-z-]+/[a-z0-9-]+/?$",)
    examples = ("http://jagatplay.com/2013/09/news/gim-baru-dari-bandung/",)
    rules = WORDPRESS_RULES.extended(
        title=(".maincolumn > h1",),
        body=(".maincolumn .postcontent",),
        drop=("#fbComments", "#commentblock", ".widgetwidecat"),
    )
