"""SINDOnews, of MNC Portal."""

from __future__ import annotations

from newscrawl.discovery import DatedIndex, Feed, Search
from newscrawl.spiders.families.mnc import MNC_RULES, MncSpider


class SindonewsSpider(MncSpider):
    name = "sindonews"
    title = "SINDOnews"
    seen = "2026-08: feeds, dated index and article pages"
    allowed_domains = ["sindonews.com"]
    sources = (
        Feed("https://www.sindonews.com/feed"),
        DatedIndex(
            "https://www.sindonews.com/indeks/{section}/{offset}?t={date:%Y-%m-%d}",
            step=20,
            sections={"nasional": "5", "daerah": "7", "ekbis": "8", "international": "9", "sports": "10"},
            section="0",
        ),
        Search("https://www.sindonews.com/search/go?q={query}&type=artikel&p={page}"),
    )
    article_urls = (
        r"^https?://(?!hi-lite|scope|media|e\.|pict)[a-z]+\.sindonews\.com/read/(?P<id>\d+)/\d+/[a-z0-9-]+",
    )
    examples = ("https://ekbis.sindonews.com/read/1594321/33/harga-beras-naik-1784880000",)
    not_examples = ("https://hi-lite.sindonews.com/read/1594321/33/harga-beras-naik-1784880000",)
    rules = MNC_RULES.extended(
        title=("h1.detail-title",),
        body=("#detail-desc",),
        published=(".detail-date-artikel",),
        author=(".detail-nama-redaksi a[rel=author]", "a[rel=author]"),
        drop=(".v-youtube", "[id^=ads_]"),
        outlets=("SINDOnews", "Koran SINDO"),
        pages=("?showpage=all",),
    )
