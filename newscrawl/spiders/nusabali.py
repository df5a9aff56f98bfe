"""NusaBali, a daily of Denpasar."""

from __future__ import annotations

from newscrawl.discovery import Listing, Search
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class NusabaliSpider(NewsSpider):
    name = "nusabali"
    title = "NusaBali"
    region = "Bali"
    kind = "regional"
    seen = "2026-08: search and article pages"
    allowed_domains = ["nusabali.com"]
    sources = (
        Listing("https://www.nusabali.com/"),
        Search("https://www.nusabali.com/search?keyword={query}&page={page}", "#article-list a"),
    )
    article_urls = (r"^https?://(?:www\.)?nusabali\.com/berita/(?P<id>\d+)/[a-z0-9-]+$",)
    examples = ("https://www.nusabali.com/berita/212345/harga-beras-naik-jelang-panen",)
    rules = SiteRules(
        title=("h1 span[itemprop=headline]",),
        body=(".entry-box[itemprop=articleBody] .entry-content",),
        published=(".entry-box-header span[itemprop=datePublished]",),
        author=("span[itemprop=author]",),
        section=("span.article-category",),
        drop=("[class*=baca-juga]", "[class*=terkait]", ".tag-box"),
        outlets=("NusaBali",),
        zone="Asia/Makassar",
    )
