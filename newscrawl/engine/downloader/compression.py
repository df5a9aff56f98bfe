"""Content-Encoding, undone strictly: what is cut or damaged on the way is no page."""

from __future__ import annotations

from collections.abc import Iterator

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.http import Response
from scrapy.utils._compression import _DecompressionMaxSizeExceeded

from newscrawl.engine.downloader.again import ask_again
from newscrawl.engine.downloader.robots import ROBOTS_FILE
from newscrawl.engine.downloader.robots_file import ROBOTS_BYTES
from newscrawl.engine.failures import BadEncodingError, CutShortError
from newscrawl.record.codings import DECODERS, DamagedError, ForeignError


class StrictCompression(HttpCompressionMiddleware):
    """Scrapy's, but for broken data: it hands on what came before the break as if it were the page.

    Cut or damaged data (end marks, check sums) are fetched again, and fail as ``cut-short`` at last; data
    that are not of the encoding they are said to be fail as ``encoding``. The body of an answer that is no
    page may be as broken as it likes: its status counts. Of a robots.txt is read what can be read.
    """

    def __init__(self, *, crawler: Crawler) -> None:
        super().__init__(crawler=crawler)
        self.crawler = crawler

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        """The response with its body unpacked, or the request to fetch it again.

        Raises:
            CutShortError: it is cut or damaged, every time.
            BadEncodingError: it is not of its Content-Encoding.
            IgnoreRequest: unpacked it is larger than allowed.
        """
        is_page = 200 <= response.status < 300
        if ROBOTS_FILE in request.meta:
            return self._bare(response, self._readable(response) if is_page else b"")
        try:
            return super().process_response(request, response)
        except DamagedError as error:
            if is_page:
                return ask_again(self.crawler, request, CutShortError(str(error)))
        except ForeignError as error:
            if is_page:
                raise BadEncodingError(str(error)) from error
        return self._bare(response, b"")

    @staticmethod
    def _decode(body: bytes, encoding: bytes, max_size: int) -> bytes:
        """Scrapy calls this for each encoding that it knows."""
        return b"".join(_bounded(DECODERS[encoding](body), max_size)) if body else body

    def _readable(self, response: Response) -> bytes:
        """As much of a robots.txt as can be unpacked and counts."""
        body = response.body
        for encoding in self._split_encodings(response.headers.getlist("Content-Encoding"))[0]:
            parts: list[bytes] = []
            try:
                for part in DECODERS[encoding](body):
                    parts.append(part)
                    if sum(map(len, parts)) > ROBOTS_BYTES:
                        break
            except ForeignError:
                continue
            except DamagedError:
                pass
            body = b"".join(parts)
        return body

    @staticmethod
    def _bare(response: Response, body: bytes) -> Response:
        bare = response.replace(body=body)
        bare.headers.pop("Content-Encoding", None)
        return bare


def _bounded(parts: Iterator[bytes], most: int) -> Iterator[bytes]:
    size = 0
    for part in parts:
        size += len(part)
        if most and size > most:
            raise _DecompressionMaxSizeExceeded(size, most)
        yield part
