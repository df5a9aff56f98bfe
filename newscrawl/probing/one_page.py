"""One page of the web, asked for as a crawl asks: within robots.txt, and from public addresses alone where it
is not the host that was named."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from typing import Any

from scrapy import Request
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Response, TextResponse
from scrapy.utils.project import get_project_settings

from newscrawl.engine.discovery.discovering import Discovery
from newscrawl.probing.looking import interrupted, leave_no_trace
from newscrawl.record.printable import without_secrets
from newscrawl.runs.startup import run_until_done
from newscrawl.spiders.site import SiteArguments, SiteSpider

_OK = 200
_WHY = {
    "robots": "robots.txt forbids it",
    "unsafe-address": "it is no public address",
    "moved": "it leads to another site",
    "challenge": "the site asks whether this is a browser",
    "dns": "there is no such host",
    "connect": "no web server answers there",
    "tls": "the server there does not speak TLS; try http://",
    "offsite": "it leads to another site",
    "redirect-loop": "it leads round in a circle",
    "too-large": "it is larger than a page may be",
    "cut-short": "it ends before its end",
    "timeout": "no answer came in time",
}
_PATIENCE = {"DOWNLOAD_TIMEOUT": 30, "RETRY_TIMES": 1}
"""Somebody sits and waits: a server that is silent is tried for a minute, and not for five as by a crawl."""

_LEFT = {"told_to_wait": "the site asks to be left alone for longer than a run waits"}
"""Why a site was left, which says more than what became of the request."""


class NoPageError(Exception):
    """A page that cannot be had; the message says why."""


class OnePageSpider(SiteSpider):
    """Asks for the page at its address and for nothing else; ``page`` is the answer."""

    name = "one-page"
    page: Response | None = None

    async def discover(self, discovery: Discovery) -> AsyncIterator[Request]:
        self.page = await self.fetcher.fetch(self.args.url)
        async for request in self.feeder.feed(iter(())):
            yield request


def one_page(url: str, overridden: Mapping[str, Any]) -> TextResponse:
    """The page at ``url`` by the settings of the project, some of them ``overridden``. Nothing is stored.

    A process can do so once, since Scrapy's reactor runs once.

    Raises:
        NoPageError: it cannot be had, or is no page of text.
        KeyboardInterrupt: a signal came meanwhile.
    """
    shown = without_secrets(url)
    try:
        SiteArguments.model_validate({"url": url})
    except ValueError:
        raise NoPageError(f"{shown} is no address of the web") from None
    settings = get_project_settings()
    settings.set("LOG_LEVEL", "CRITICAL")
    settings.setdict(_PATIENCE)
    settings.setdict(dict(overridden), "cmdline")
    leave_no_trace(settings)
    process = AsyncCrawlerProcess(settings)
    crawler = process.create_crawler(OnePageSpider)
    process.crawl(crawler, url=url)
    run_until_done(process, at_once=True)
    if interrupted(crawler):
        raise KeyboardInterrupt
    spider = crawler.spider
    if not isinstance(spider, OnePageSpider):
        raise NoPageError(f"{shown} cannot be had: the fetch could not begin")
    left = _LEFT.get(getattr(spider, "left_because", ""), "")
    if spider.page is None or left:
        reason = next(iter(spider.fetcher.refusals.values()), "")
        why = left or _WHY.get(reason, reason) or "the fetch was stopped"
        raise NoPageError(f"{shown} cannot be had: {why}")
    if spider.page.status != _OK:
        raise NoPageError(f"{shown} cannot be had: status {spider.page.status}")
    if not isinstance(spider.page, TextResponse):
        raise NoPageError(f"{shown} is no web page")
    return spider.page
