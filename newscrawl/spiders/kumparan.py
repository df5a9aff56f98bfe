"""kumparan, of Dynamo Media Network."""

from __future__ import annotations

from newscrawl.discovery import Feed, NewsSitemap, Sitemap
from newscrawl.reading import SiteRules
from newscrawl.spiders.base import NewsSpider


class KumparanSpider(NewsSpider):
    name = "kumparan"
    title = "kumparan"
    seen = "2026-08: sitemaps and article pages"
    allowed_domains = ["kumparan.com"]
    sources = (
        NewsSitemap(
            "https://kumparan.com/sitemap_channel_news.xml",
            sections={
                "entertainment": "https://kumparan.com/sitemap_channel_entertainment.xml",
                "bisnis": "https://kumparan.com/sitemap_channel_bisnis.xml",
                "woman": "https://kumparan.com/sitemap_channel_woman.xml",
                "otomotif": "https://kumparan.com/sitemap_channel_otomotif.xml",
            },
        ),
        Sitemap("https://kumparan.com/sitemap.xml"),
        Feed("https://lapi.kumparan.com/v2.0/rss/"),
    )
    article_urls = (
        r"^https?://kumparan\.com/[a-z0-9_-]+/[a-z0-9-]+-(?P<id>\d{2}[A-Za-z0-9]{9})(?:/full)?$",
        r"^https?://kumparan\.com/[a-z0-9_-]+/[a-z0-9-]+-(?P<id>\d{16,19})(?:/full)?$",
    )
    not_articles = (r"kumparan\.com/(?:channel|topic|trending|terbaru)(?:[/?]|$)",)
    examples = ("https://kumparan.com/kumparanbisnis/harga-beras-naik-jelang-panen-23abcDEfGHi",)
    not_examples = ("https://kumparan.com/topic/harga-beras-naik-jelang-panen-23abcDEfGHi",)
    rules = SiteRules(
        title=("h1[data-qa-id=story-title]",),
        body=("div[class*=StoryRenderer__EditorWrapper]",),
        published=("time[data-qa-id=publish-date]",),
        author=("[data-qa-id=author-name]",),
        tags=("a[data-qa-id=tag-topic]",),
        caption=("figure[data-qa-id=image-figure] figcaption",),
        outlets=("kumparan", "kumparanNEWS", "kumparanBISNIS"),
    )
