"""Log lines: items on one line each, and nothing in them that a terminal would obey."""

from __future__ import annotations

import logging
from typing import Any, Self

from scrapy import Spider, signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.logformatter import LogFormatter, LogFormatterResult
from twisted.python.failure import Failure

from newscrawl.record.printable import printable_lines, without_secrets


class OneLineLogFormatter(LogFormatter):
    """Scrapy prints the whole item with every message; here its address is enough."""

    def scraped(
        self,
        item: Any,
        response: Response | Failure | None,
        spider: Spider,
    ) -> LogFormatterResult:
        return {
            "level": logging.DEBUG,
            "msg": "Article: %(url)s",
            "args": {"url": getattr(item, "url", item)},
        }

    def dropped(
        self,
        item: Any,
        exception: BaseException,
        response: Response | Failure | None,
        spider: Spider,
    ) -> LogFormatterResult:
        level = logging.getLevelName(getattr(exception, "log_level", None) or "WARNING")
        return {"level": level, "msg": "%(why)s", "args": {"why": str(exception)}}

    def item_error(
        self,
        item: Any,
        exception: BaseException,
        response: Response | Failure | None,
        spider: Spider,
    ) -> LogFormatterResult:
        url = getattr(response, "url", None) or getattr(getattr(item, "article", item), "url", "?")
        return {
            "level": logging.ERROR,
            "msg": "Article lost at %(url)s: %(error)r",
            "args": {"url": url, "error": exception},
        }


class PrintableLog(logging.Filter):
    """Takes out of every log record passwords, and what would move a terminal's cursor or hide what is there.

    An extension, because Scrapy makes its log handler anew for every crawl, and does so after it has made the
    extensions.
    """

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        cleaning = cls()
        crawler.signals.connect(cleaning.attach, signal=signals.spider_opened)
        return cleaning

    def attach(self) -> None:
        """Clean what the handlers write that there are now."""
        for handler in logging.root.handlers:
            if not any(isinstance(each, PrintableLog) for each in handler.filters):
                handler.addFilter(self)

    def filter(self, record: logging.LogRecord) -> bool:
        """Clean the record; it is always let through."""
        said = record.getMessage()
        clean = without_secrets(printable_lines(said))
        if clean != said:
            record.msg, record.args = clean, None
        if record.exc_info and not record.exc_text:
            trace = logging.Formatter().formatException(record.exc_info)
            record.exc_text = without_secrets(printable_lines(trace))
        return True
