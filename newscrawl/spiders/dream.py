"""Dream.co.id, lifestyle of KapanLagi Youniverse."""

from __future__ import annotations

from newscrawl.discovery import Listing
from newscrawl.spiders.families.kly import KAPANLAGI_RULES, DotHtmlSpider


class DreamSpider(DotHtmlSpider):
    name = "dream"
    title = "Dream"
    seen = "2020: article and list pages; pages of 2016 and 2019"
    allowed_domains = ["dream.co.id"]
    sources = (Listing("https://www.dream.co.id/"),)
    article_urls = (
        r"^https?://[a-z]+\.dream\.co\.id/(?:[a-z-]+/){1,2}[a-z0-9-]+-(?P<id>\d{6}[a-z0-9])\.html",
    )
    examples = ("https://travel.dream.co.id/news/bandara-terindah-untuk-mendarat-200918w.html",)
    not_examples = ("https://www.dream.co.id/foto/bandara-terindah-untuk-mendarat-200918w.html",)
    rules = KAPANLAGI_RULES.extended(
        title=(".drm-artikel-head h1", ".headline-detail h1", ".detail-header h2"),
        body=("div.deskrip-detail", ".detail-article .body-paragraph"),
        published=(".date-grey", ".date-author .date", ".detail-header__bottom"),
        author=(
            ".drm-detail-img .text-grey",
            ".date-author .author",
            "p.reporter a",
            ".detail-header__bottom-left a",
        ),
        drop=("p.reporter", ".detail-body > h6", ".date-author"),
        outlets=("Dream", "Dream.co.id"),
    )
