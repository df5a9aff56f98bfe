"""BBC News Indonesia, the Indonesian service of the BBC."""

from __future__ import annotations

from newscrawl.discovery import Feed
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class BbcindonesiaSpider(NewsSpider):
    name = "bbcindonesia"
    title = "BBC News Indonesia"
    seen = "2026-04: feed; article addresses of 2017 to 2026"
    allowed_domains = ["bbc.com"]
    home = "https://www.bbc.com/indonesia"
    sources = (Feed("https://feeds.bbci.co.uk/indonesia/rss.xml"),)
    article_urls = (
        r"^https?://www\.bbc\.com/indonesia/articles/(?P<id>[a-z0-9]{11,14})$",
        r"^https?://www\.bbc\.com/indonesia/[a-z-]+-(?P<id>\d{8})$",
    )
    not_articles = (r"/(?:live|topics|bbc_indonesia_radio)(?:[/?]|$)", r"/media-\d")
    examples = (
        "https://www.bbc.com/indonesia/articles/c4gp1q2r3s4o",
        "https://www.bbc.com/indonesia/dunia-41234567",
    )
    not_examples = (
        "https://www.bbc.com/indonesia/topics/c4gp1q2r3s4o",
        "https://www.bbc.com/news/articles/c4gp1q2r3s4o",
    )
    rules = SiteRules(
        title=("h1#content",),
        body=("main[role=main]", "div.story-body__inner"),
        outlets=("BBC News Indonesia",),
    )
