"""A store of files on loopback that answers as Common Crawl's does: whole, in ranges, now and then 503."""

from __future__ import annotations

import re
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import TracebackType
from typing import Self

_RANGE = re.compile(r"bytes=(\d+)-(\d*)")


class Store:
    """Serves ``files`` by their paths. ``busy`` many answers are 503 before the others come, with ``heads``
    those to HEAD, too.

    ``asked`` counts the paths that were asked for with GET.
    """

    def __init__(self, files: dict[str, bytes], *, busy: int = 0, heads: bool = False) -> None:
        self.files = files
        self.busy = busy
        self.heads = heads
        self.asked: Counter[str] = Counter()

    def __enter__(self) -> Self:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}/"
        Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        store = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_HEAD(self) -> None:
                self._answer(body=False)

            def do_GET(self) -> None:
                store.asked[self.path.partition("?")[0].lstrip("/")] += 1
                self._answer(body=True)

            def _answer(self, *, body: bool) -> None:
                found = store.files.get(self.path.partition("?")[0].lstrip("/"))
                if store.busy and (body or store.heads):
                    store.busy -= 1
                    self._send(503, b"SlowDown", {}, body=body)
                elif found is None:
                    self._send(404, b"", {}, body=body)
                elif ranged := _RANGE.fullmatch(self.headers.get("Range", "")):
                    start, end = int(ranged[1]), int(ranged[2] or len(found) - 1)
                    told = {"Content-Range": f"bytes {start}-{min(end, len(found) - 1)}/{len(found)}"}
                    self._send(206, found[start : end + 1], told, body=body)
                else:
                    self._send(200, found, {}, body=body)

            def _send(self, status: int, data: bytes, headers: dict[str, str], *, body: bool) -> None:
                self.send_response(status)
                for name, value in {
                    "Accept-Ranges": "bytes",
                    "ETag": '"x"',
                    "Last-Modified": "Wed, 02 Sep 2026 05:00:00 GMT",
                    "Content-Length": str(len(data)),
                    **headers,
                }.items():
                    self.send_header(name, value)
                self.end_headers()
                if body:
                    self.wfile.write(data)

            def log_message(self, *_: object) -> None:
                pass

        return Handler
