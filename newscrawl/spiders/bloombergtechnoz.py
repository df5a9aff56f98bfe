"""Bloomberg Technoz, business news."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.spiders.families.detailin import DETAIL_IN_RULES, DetailInSpider


class BloombergtechnozSpider(DetailInSpider):
    name = "bloombergtechnoz"
    title = "Bloomberg Technoz"
    seen = "2026-09: article pages"
    allowed_domains = ["bloombergtechnoz.com"]
    sources = (Listing("https://www.bloombergtechnoz.com/"),)
    article_urls = (r"^https?://www\.bloombergtechnoz\.com/detail-news/(?P<id>\d+)/[a-z0-9-]+",)
    examples = ("https://www.bloombergtechnoz.com/detail-news/91234/ihsg-ditutup-menguat",)
    not_examples = ("https://www.bloombergtechnoz.com/video/91234/ihsg-ditutup-menguat",)
    rules = DETAIL_IN_RULES.extended(
        published=("h5.title.fw4.cl-gray",),
        author=("h5.title.margin-bottom-ss a",),
        outlets=("Bloomberg Technoz",),
        pages=("/{n}",),
    )
