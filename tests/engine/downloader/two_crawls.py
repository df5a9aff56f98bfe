"""Two spiders on one host in one process: ``python -m ...two_crawls MIRROR DATA LIST``."""

from __future__ import annotations

import sys

from scrapy.crawler import CrawlerProcess
from scrapy.settings import Settings

from newscrawl.spiders.base import NewsSpider


class One(NewsSpider):
    name = "satu"
    allowed_domains = ["contoh.example"]
    article_urls = (r"/daerah/",)


class Other(NewsSpider):
    name = "dua"
    allowed_domains = ["contoh.example"]
    article_urls = (r"/daerah/",)


def main(mirror: str, data: str, listed: str) -> None:
    """Crawl the addresses in the file ``listed`` with both."""
    settings = Settings()
    settings.setmodule("newscrawl.settings")
    settings.update(
        {"NEWSCRAWL_MIRROR": mirror, "NEWSCRAWL_DATA": data, "DOWNLOAD_DELAY": 0.3, "LOG_LEVEL": "WARNING"},
        priority="cmdline",
    )
    process = CrawlerProcess(settings)
    for spider in (One, Other):
        # Whoever comes second would leave out what the other has stored by then.
        process.crawl(spider, urls=listed, fresh="1")
    process.start()


if __name__ == "__main__":
    main(*sys.argv[1:])
