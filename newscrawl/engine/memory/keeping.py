"""Keeps the pages of a crawl as WARC files in the data folder, and says of each where it stands."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Response
from scrapy.utils.defer import deferred_from_coro

from newscrawl.discovery.source import Found
from newscrawl.engine.arguments import Kept, kept
from newscrawl.engine.downloader.drawn import page_drawn
from newscrawl.engine.downloader.exchange import KEPT, exchange_of
from newscrawl.engine.downloader.leaving import PART_OF_ARTICLE
from newscrawl.engine.memory.extension import archive_of
from newscrawl.engine.spider import SiteSpider
from newscrawl.record.extras import extra
from newscrawl.record.outcome import STORAGE_REASON
from newscrawl.record.places import files_folder

if TYPE_CHECKING:
    from newscrawl.archive.pages import KeptPage
    from newscrawl.warc.writing import WarcWriter

logger = logging.getLogger(__name__)

FOLDER = "warc"
"""Where in the data folder the files lie, in a folder a site."""


class Keeping:
    """Writes each answer and its request into the WARC of the run and site, as they pass on the way up.

    ``NEWSCRAWL_WARC`` or the argument ``warc`` say what is kept; where nothing is, the middleware is not
    there at all. A disk that takes no more ends the crawl, as an archive that cannot be written does.
    """

    def __init__(self, crawler: Crawler, what: Kept) -> None:
        self.crawler = crawler
        self.what = what
        self._writer: WarcWriter | None = None
        self._listings: dict[str, KeptPage] = {}
        self._failed = False

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        what = kept_by(crawler)
        if not what:
            raise NotConfigured
        need_warc()
        middleware = cls(crawler, what)
        crawler.signals.connect(middleware.engine_stopped, signal=signals.engine_stopped)
        crawler.signals.connect(middleware.page_drawn, signal=page_drawn)
        return middleware

    def process_response(self, request: Request, response: Response) -> Response:
        """The response, and in the meta of its request where it is kept."""
        about_article = isinstance(request.cb_kwargs.get("found"), Found) or PART_OF_ARTICLE in request.meta
        request.meta.pop(KEPT, None)
        # A record of somebody's WARC is kept already.
        if self._failed or "Range" in request.headers or not (about_article or self.what == "all"):
            return response
        exchange = exchange_of(request, response, fetched_at=datetime.now(UTC))
        try:
            place = self._open().write(exchange, known=self._known(exchange.target, about_article))
        except OSError as error:
            self._end_crawl(error)
            return response
        self._count(response)
        if about_article:
            request.meta[KEPT] = place
        else:
            self._listings[exchange.target] = place
        return response

    def page_drawn(self, request: Request, response: Response) -> None:
        """Keep a page as the browser shows it, too: that is what its article was read from."""
        self.process_response(request, response)

    def engine_stopped(self) -> None:
        """Close the file."""
        if self._writer is not None:
            self._writer.close()

    def _known(self, url: str, about_article: bool) -> KeptPage | None:
        """The answer of ``url`` that is kept already: of articles in any run, of listings in this one."""
        archive = archive_of(self.crawler)
        if not about_article or archive is None:
            return self._listings.get(url)
        page = archive.archive.pages.latest(url)
        # Others' files may go away; a page that only they hold is kept once more.
        return page if page is not None and page.file.startswith(f"{FOLDER}/") else None

    def _open(self) -> WarcWriter:
        from newscrawl.warc.writing import WarcWriter  # noqa: PLC0415 - nobody else needs the extra

        if self._writer is None:
            settings = self.crawler.settings
            spider = self.crawler.spider
            site = str(getattr(spider, "site_name", None) or getattr(spider, "name", ""))
            base = files_folder(settings["NEWSCRAWL_DATA"]).absolute()
            archive = archive_of(self.crawler)
            started = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
            run = f"{started}-{archive.run}" if archive else started
            self._writer = WarcWriter(
                base / FOLDER / site,
                run,
                base=base,
                told={"http-header-user-agent": settings["USER_AGENT"], "isPartOf": f"{site} {run}"},
                largest=settings.getint("NEWSCRAWL_WARC_BYTES"),
            )
        return self._writer

    def _count(self, response: Response) -> None:
        assert self.crawler.stats is not None
        self.crawler.stats.inc_value("newscrawl/warc/answers")
        self.crawler.stats.inc_value("newscrawl/warc/bytes", len(response.body))

    def _end_crawl(self, error: OSError) -> None:
        self._failed = True
        place = f"{error.filename}: " if error.filename else ""
        logger.critical(
            "Pages cannot be kept: %s%s; make room, or crawl without warc", place, error.strerror or error
        )
        assert self.crawler.stats is not None
        self.crawler.stats.inc_value("newscrawl/failed/storage")
        if self.crawler.engine is not None:
            deferred_from_coro(self.crawler.engine.close_spider_async(reason=STORAGE_REASON))


def kept_by(crawler: Crawler) -> Kept:
    """What the crawl of ``crawler`` is to keep: what its spider's argument says, else the setting."""
    spider = crawler.spider
    argument = spider.args.warc if isinstance(spider, SiteSpider) else None
    return kept(str(crawler.settings["NEWSCRAWL_WARC"]) if argument is None else argument)


def need_warc() -> None:
    """Make sure that WARC files can be written.

    Raises:
        MissingExtraError: the library is not installed.
    """
    with extra("warc", why="Keeping pages as WARC needs fastwarc"):
        import fastwarc  # noqa: F401, PLC0415
