"""A plain client: asks a newsroom without a crawler's manners."""

from __future__ import annotations

import http.client
import json
import socket
from dataclasses import dataclass
from email.message import Message
from types import TracebackType
from typing import Any, Self

from tests.patience import patience


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: Message
    body: bytes

    @property
    def text(self) -> str:
        """The body as UTF-8."""
        return self.body.decode("utf-8", "replace")

    @property
    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)


class Asker:
    """One client, one connection kept alive; follows nothing, decodes nothing.

    ``host`` is who is asked where a call does not say.
    """

    def __init__(self, port: int, host: str, *, timeout: float | None = None) -> None:
        self.port = port
        self.host = host
        self.timeout = patience(10) if timeout is None else timeout
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=self.timeout)

    def get(self, target: str, *, host: str | None = None, method: str = "GET", **headers: str) -> Answer:
        """The answer; underscores in names of header fields stand for hyphens."""
        fields = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            self.connection.request(method, target, headers={"Host": host or self.host, **fields})
            response = self.connection.getresponse()
            return Answer(response.status, response.headers, response.read())
        except (OSError, http.client.HTTPException):
            self.connection.close()
            raise

    def raw(self, target: str) -> bytes:
        """Every byte that comes back on a connection of its own, the head too."""
        request = f"GET {target} HTTP/1.1\r\nHost: {self.host}\r\nConnection: close\r\n\r\n"
        with socket.create_connection(("127.0.0.1", self.port), timeout=self.timeout) as connection:
            connection.sendall(request.encode())
            return b"".join(iter(lambda: connection.recv(65536), b""))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.connection.close()
