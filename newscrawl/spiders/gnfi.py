"""Good News From Indonesia."""

from __future__ import annotations

from newscrawl.discovery import Listing, Search
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class GnfiSpider(NewsSpider):
    name = "gnfi"
    title = "Good News From Indonesia"
    seen = "2026-08: search and article pages; a page of 2016"
    allowed_domains = ["goodnewsfromindonesia.id"]
    sources = (
        Listing("https://www.goodnewsfromindonesia.id/explore"),
        Search("https://www.goodnewsfromindonesia.id/search?keyword={query}&page={page}"),
    )
    article_urls = (r"^https?://(?:www\.)?goodnewsfromindonesia\.id/\d{4}/\d{2}/\d{2}/[a-z0-9-]+$",)
    examples = ("https://www.goodnewsfromindonesia.id/2016/04/09/jogja-kota-pelajar",)
    rules = SiteRules(
        title=("h1.SinglePost-title",),
        body=("div.article-sheet", ".SinglePost-post_body .con-span"),
        published=("i.SinglePost-author_date",),
        author=("a.SinglePost-author_name",),
        section=("div.article-category a",),
        drop=(".SinglePost-related_center",),
        outlets=("Good News From Indonesia", "GNFI"),
    )
