"""``python -m benchmarks.crawler JOB``: the process of a measured crawl; prints what it did as JSON."""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import asdict, dataclass, field
from statistics import mean
from typing import Any

from scrapy import Request, Spider, signals
from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.http import Response
from scrapy.settings import Settings
from scrapy.utils.project import get_project_settings

from benchmarks.loopback import address
from benchmarks.worker import peak_memory_mb
from newscrawl.discovery import Sitemap
from newscrawl.engine.readers import close_readers
from newscrawl.runs.startup import spare_collector
from newscrawl.spiders.base import NewsSpider

PROJECT = "newscrawl.settings"
_UNHURRIED = {
    "DOWNLOAD_DELAY": 0,
    "AUTOTHROTTLE_ENABLED": False,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 16,
    "CONCURRENT_REQUESTS": 16,
}
_WITHOUT_ARCHIVE = {"EXTENSIONS": {"newscrawl.engine.memory.extension.ArchiveExtension": None}}


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A crawl to measure.

    ``kind`` is ``bare`` (a Scrapy spider with Scrapy's own settings that yields each page's address and
    title), ``whole`` (newscrawl as a user has it), ``kept`` (the same with pages kept as WARC), ``apart``
    (the same as ``whole`` with one more process, which reads the pages) or ``whole-without-archive``.
    ``mirror`` is the loopback server, ``sites`` the hosts it is asked for, ``pages`` how many articles the
    bare spider fetches.
    ``polite`` leaves the delays as they are. ``core`` is the one processor core to stay on, None for any.
    """

    kind: str
    mirror: str
    folder: str
    sites: tuple[str, ...] = ("situs.example",)
    pages: int = 0
    polite: bool = False
    arguments: dict[str, str] = field(default_factory=dict)
    core: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What a crawl took and gave: ``processor`` are seconds, ``peak`` and ``before`` megabytes.

    ``children`` are the processor seconds of the processes that it started and that have ended.
    ``pace`` are the seconds from one request of a site to its next: the average of all sites, and that of the
    slowest site.
    """

    seconds: float
    processor: float
    children: float
    before: float
    peak: float
    items: int
    requests: int
    out_of_range: int
    failed: int
    pace: tuple[float, float]


class Pace:
    """When a crawl's first and last request were answered, and how many there were."""

    def __init__(self, crawler: Crawler) -> None:
        self.first = self.last = 0.0
        self.count = 0
        crawler.signals.connect(self._answered, signal=signals.request_left_downloader)

    @property
    def seconds(self) -> float:
        """From one request to the next, on average."""
        return (self.last - self.first) / max(self.count - 1, 1)

    def _answered(self) -> None:
        self.last = time.monotonic()
        self.first = self.first or self.last
        self.count += 1


class BareSpider(Spider):
    """What a tutorial would write: fetch the pages, yield address and title."""

    name = "bare"

    def __init__(self, urls: list[str], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.urls = urls

    async def start(self) -> AsyncIterator[Request]:
        for url in self.urls:
            yield Request(url)

    def parse(self, response: Response) -> Iterator[dict[str, Any]]:
        yield {"url": response.url, "title": response.css("title::text").get()}


def news_spider(host: str) -> type[NewsSpider]:
    """A publisher's file for one site of the server."""
    facts: dict[str, Any] = {
        "name": host.partition(".")[0],
        "allowed_domains": [host],
        "sources": (Sitemap(f"https://{host}/sitemap.xml"),),
        "article_urls": (r"/berita/(?P<id>\d+)/",),
    }
    return type("Whole", (NewsSpider,), facts)


def run(job: Job) -> Done:
    """Crawl as the job says."""
    if job.core is not None:
        os.sched_setaffinity(0, {job.core})
    process = AsyncCrawlerProcess(_settings(job))
    crawlers, paces = [], []
    for host in job.sites:
        bare = job.kind == "bare"
        crawler = process.create_crawler(BareSpider if bare else news_spider(host))
        arguments: dict[str, Any] = {"urls": _urls(job)} if bare else job.arguments
        process.crawl(crawler, **arguments)
        crawlers.append(crawler)
        paces.append(Pace(crawler))
    if job.kind != "bare":
        spare_collector()
    before, began, spent = peak_memory_mb(), time.monotonic(), time.process_time()
    process.start()
    close_readers()
    stats = [crawler.stats.get_stats() for crawler in crawlers if crawler.stats]

    def total(prefix: str) -> int:
        return sum(value for one in stats for name, value in one.items() if name.startswith(prefix))

    return Done(
        seconds=time.monotonic() - began,
        processor=time.process_time() - spent,
        children=_of_children(),
        before=before,
        peak=peak_memory_mb(),
        items=total("item_scraped_count"),
        requests=total("downloader/request_count"),
        out_of_range=total("newscrawl/discovery/out_of_range"),
        failed=total("newscrawl/failed/") + total("log_count/ERROR"),
        pace=(mean(pace.seconds for pace in paces), max(pace.seconds for pace in paces)),
    )


def _settings(job: Job) -> Settings:
    settings = Settings()
    if job.kind != "bare":
        os.environ["SCRAPY_SETTINGS_MODULE"] = PROJECT
        settings = get_project_settings()
        settings.setdict({"NEWSCRAWL_MIRROR": job.mirror, "NEWSCRAWL_DATA": job.folder}, "cmdline")
    if job.kind == "apart":
        settings.set("NEWSCRAWL_READERS", "1", "cmdline")
    if job.kind == "kept":
        settings.set("NEWSCRAWL_WARC", "1", "cmdline")
    if job.kind == "whole-without-archive":
        settings.setdict(_WITHOUT_ARCHIVE, "cmdline")
    if job.kind == "bare":
        settings.setdict({"FEEDS": {f"{job.folder}/bare.jsonl": {"format": "jsonlines"}}}, "cmdline")
    settings.setdict({"LOG_LEVEL": "ERROR", **({} if job.polite else _UNHURRIED)}, "cmdline")
    return settings


def _of_children() -> float:
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def _urls(job: Job) -> list[str]:
    return [address(job.mirror.encode(), number).decode() for number in range(job.pages)]


if __name__ == "__main__":
    print(json.dumps(asdict(run(Job(**json.loads(sys.argv[1]))))))
