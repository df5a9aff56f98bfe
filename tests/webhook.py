"""A real web server that takes messages as apprise sends them."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

from tests.patience import patience


class Webhook(HTTPServer):
    """Keeps the JSON that it is sent."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.got: list[dict[str, Any]] = []

    @property
    def address(self) -> str:
        # Apprise gives up after four seconds, which is for the network and not for a busy machine.
        limit = patience(4)
        return f"json://127.0.0.1:{self.server_port}/?cto={limit}&rto={limit}"


class Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.got.append(json.loads(body))  # type: ignore[attr-defined]
        self.send_response(200)
        self.end_headers()

    def log_message(self, *args: Any) -> None:
        return


@contextmanager
def receiving() -> Iterator[Webhook]:
    """A web server that takes messages."""
    server = Webhook()
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
