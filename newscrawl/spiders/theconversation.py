"""The Conversation Indonesia, written by researchers."""

from __future__ import annotations

from newscrawl.discovery import Listing, Search
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class TheconversationSpider(NewsSpider):
    name = "theconversation"
    title = "The Conversation Indonesia"
    seen = "2026-08: search and article pages"
    allowed_domains = ["theconversation.com"]
    home = "https://theconversation.com/id"
    sources = (
        Listing("https://theconversation.com/id"),
        Search(
            "https://theconversation.com/id/search?date=custom&date_from={since:%Y-%m-%d}"
            "&date_to={until:%Y-%m-%d}&language=id&page={page}&q={query}&sort=recency"
        ),
    )
    article_urls = (r"^https?://theconversation\.com/[a-z][a-z0-9-]+-(?P<id>\d{4,})$",)
    not_articles = (r"theconversation\.com/(?:id|topics|partners|authors|newsletters|profiles)(?:[/?]|$)",)
    examples = ("https://theconversation.com/mengapa-harga-beras-naik-jelang-panen-212345",)
    not_examples = ("https://theconversation.com/topics/harga-beras-12345",)
    rules = SiteRules(
        body=("div[itemprop=articleBody]",),
        author=("a[rel=author]",),
        drop=("aside",),
        outlets=("The Conversation",),
    )
