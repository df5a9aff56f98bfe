"""Log lines about items, each on one line and without the item's whole text."""

from __future__ import annotations

import logging
from typing import Any

from scrapy import Spider
from scrapy.http import Response
from scrapy.logformatter import LogFormatter, LogFormatterResult
from twisted.python.failure import Failure


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
