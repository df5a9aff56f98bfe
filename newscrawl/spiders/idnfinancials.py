"""IDN Financials, market news."""

from __future__ import annotations

from newscrawl.discovery import Listing, Search
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class IdnfinancialsSpider(NewsSpider):
    name = "idnfinancials"
    title = "IDN Financials"
    seen = "2026-08: lists, search and article pages"
    allowed_domains = ["idnfinancials.com"]
    sources = (
        Listing("https://www.idnfinancials.com/id/news?page={page}"),
        Search(
            "https://www.idnfinancials.com/id/search?q={query}&per_page={page}",
            ".widget.side-news .widget-body li.item a",
            empty_text="Tidak ada data yang ditemukan.",
        ),
    )
    article_urls = (r"^https?://(?:www\.)?idnfinancials\.com/id/news/(?P<id>\d+)/[\w-]+",)
    examples = ("https://www.idnfinancials.com/id/news/51234/ihsg-ditutup-menguat",)
    rules = SiteRules(
        body=("div.article-body",),
        published=("div.date-published",),
        author=(".idn-authors .ia-names a.ian",),
        outlets=("IDNFinancials",),
    )
