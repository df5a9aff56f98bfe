"""Whether a page came whole."""

from __future__ import annotations

import re
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import HtmlResponse, Response

from newscrawl.engine.downloader.again import ask_again
from newscrawl.engine.downloader.handler import SURPLUS_FLAG
from newscrawl.engine.failures import CutShortError

_PARTIAL_CONTENT = 206
_ENDS_UNKNOWN = {
    "partial": "the connection ended, and nothing says that the page did",
    SURPLUS_FLAG: "more came than its Content-Length says",
}
"""Scrapy's flag for an answer that ends with its connection (RFC 9112, 8), and ours; what each means."""

_END = re.compile(rb"</(?:html|body)\s*>", re.IGNORECASE)
_TAIL = 8 * 1024
"""Bytes at a page's end in which its end must be marked: caches and counters write a little behind it."""


class WholePages:
    """Fetches pages again that did not come whole, and refuses those that never do, as ``cut-short``.

    Where HTTP says how long an answer is, Scrapy has compared already. Where an answer ends with its
    connection, or where its length is smaller than what came, only the page itself can tell: by the end tag
    of ``html`` or ``body``.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Request | Response:
        """The response, or the request to fetch it again.

        Raises:
            CutShortError: it did not come whole, every time.
        """
        if response.status == _PARTIAL_CONTENT and "Range" not in request.headers:
            return ask_again(self.crawler, request, CutShortError("the server sent a part of the page"))
        why = next((_ENDS_UNKNOWN[flag] for flag in response.flags if flag in _ENDS_UNKNOWN), None)
        if why is None or not isinstance(response, HtmlResponse) or not 200 <= response.status < 300:
            return response
        if _END.search(response.body, max(0, len(response.body) - _TAIL)):
            return response
        return ask_again(self.crawler, request, CutShortError(why))
