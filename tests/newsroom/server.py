"""An HTTP/1.1 server on a thread of its own: keep-alive, pipelining in turn, and deliveries that go wrong."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator, Set
from datetime import UTC, datetime
from functools import lru_cache
from http import HTTPStatus
from itertools import pairwise

from tests.newsroom.journal import Journal, Record
from tests.newsroom.messages import BadRequest, Delivery, Request, Response, http_date, read_head
from tests.patience import patience

Answer = Callable[[Request], Response]
"""From a request to its answer; called on the server's thread, one at a time."""

_HEAD_LIMIT = 64 * 1024
_BODY_LIMIT = 16 * 1024 * 1024
_PIECE = 64 * 1024
_BODILESS = {204, 304}


class Closed(ConnectionError):
    """The answer ends with the connection, as its delivery asks."""


class Server:
    """Serves ``answer`` at ``address`` and ``port`` (0: a free one) until stopped, noting all in ``journal``.

    Hosts in ``unlogged`` are not noted.

    An answer that raises becomes a 500 and is kept in ``errors``, so that a test can see the newsroom's own
    mistakes.
    """

    def __init__(
        self,
        answer: Answer,
        journal: Journal,
        *,
        address: str = "127.0.0.1",
        port: int = 0,
        unlogged: Set[str] = frozenset(),
    ) -> None:
        self.address = address
        self.port = port
        self.errors: list[Exception] = []
        self._answer = answer
        self._unlogged = unlogged
        self._journal = journal
        self._loop = asyncio.new_event_loop()
        self._connections: set[asyncio.Task[None]] = set()
        self._thread = threading.Thread(target=self._loop.run_forever, name="newsroom", daemon=True)
        self._server: asyncio.Server | None = None

    def start(self) -> None:
        """Listen; the port is known once this returns. Raises OSError for one that is taken."""
        self._thread.start()
        try:
            asyncio.run_coroutine_threadsafe(self._listen(), self._loop).result(patience(10))
        except OSError:
            self._end_thread()
            raise

    def stop(self) -> None:
        """Close every connection and the port."""
        if self._server:
            asyncio.run_coroutine_threadsafe(self._close(), self._loop).result(patience(10))
            self._server = None
            self._end_thread()

    def _end_thread(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(patience(10))
        self._loop.close()

    async def _listen(self) -> None:
        self._server = await asyncio.start_server(
            self._connected, self.address, self.port, limit=_HEAD_LIMIT, backlog=512
        )
        self.port = self._server.sockets[0].getsockname()[1]

    async def _close(self) -> None:
        assert self._server is not None
        self._server.close()
        for task in list(self._connections):
            task.cancel()
        await asyncio.gather(*self._connections, return_exceptions=True)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._connections.add(task)
        try:
            await self._converse(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError, TimeoutError):
            pass  # the other side left, or the newsroom closes
        except BadRequest:
            writer.write(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        finally:
            self._connections.discard(task)
            writer.close()

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        peer = writer.get_extra_info("peername")[1]
        writer.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        while True:
            try:
                head = await reader.readuntil(b"\r\n\r\n")
            except asyncio.LimitOverrunError:
                raise BadRequest("head too long") from None
            request = read_head(head)
            await _read_body(reader, request)
            if not await self._reply(writer, request, peer):
                return

    async def _reply(self, writer: asyncio.StreamWriter, request: Request, peer: int) -> bool:
        """Answer one request; whether the connection lives on."""
        record = Record(
            at=time.monotonic(),
            wall=time.time(),
            host=request.hostname,
            method=request.method,
            target=request.target,
            headers=request.headers,
            peer=peer,
        )
        logged = record.host not in self._unlogged
        if logged:
            self._journal.begin(record)
        try:
            response = self._safe_answer(request)
            record.status, record.fault, record.article = response.status, response.note, response.article
            await _deliver(writer, request, response, record)
        finally:
            record.finished = time.monotonic()
            if logged:
                self._journal.finish(record)
        return request.version == "HTTP/1.1" and request.headers.get("connection", "").lower() != "close"

    def _safe_answer(self, request: Request) -> Response:
        try:
            return self._answer(request)
        except Exception as error:  # noqa: BLE001, RUF100 - a mistake of a site must not end the server
            self.errors.append(error)
            return Response(f"{type(error).__name__}: {error}".encode(), 500, "text/plain")


async def _read_body(reader: asyncio.StreamReader, request: Request) -> None:
    length = request.headers.get("content-length", "0")
    if not length.isdecimal() or int(length) > _BODY_LIMIT:
        raise BadRequest("no such length")
    if length != "0":
        object.__setattr__(request, "body", await reader.readexactly(int(length)))


async def _deliver(
    writer: asyncio.StreamWriter, request: Request, response: Response, record: Record
) -> None:
    delivery = response.delivery
    if delivery.wait:
        await asyncio.sleep(delivery.wait)
    if delivery.reset:
        linger = struct.pack("ii", 1, 0)
        writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        writer.transport.abort()
        raise Closed
    if delivery.raw_head is not None:
        writer.write(delivery.raw_head)
        await writer.drain()
        raise Closed
    chunked = delivery.chunked or (callable(response.body) and "content-length" not in response.headers)
    head = _head(request, response, chunked=chunked)
    if request.method == "HEAD" or response.status in _BODILESS:
        writer.write(head)
    elif isinstance(response.body, bytes) and delivery == _PLAIN:
        writer.write(head + response.body)
        record.sent = len(response.body)
    else:
        writer.write(head)
        await _send_pieces(writer, response, record, chunked=chunked)
    await writer.drain()


_PLAIN = Delivery()


def _head(request: Request, response: Response, *, chunked: bool) -> bytes:
    lines = [
        f"HTTP/1.1 {response.status} {_reason(response.status)}",
        f"Date: {_date(int(time.time()))}",
        "Server: newsroom",
    ]
    if response.content_type:
        lines.append(f"Content-Type: {response.content_type}")
    lines += [f"{name.title()}: {value}" for name, value in response.headers.items()]
    if chunked:
        lines.append("Transfer-Encoding: chunked")
    elif "content-length" not in response.headers and response.status not in _BODILESS:
        lines.append(f"Content-Length: {len(response.content)}")
    if request.headers.get("connection", "").lower() == "close":
        lines.append("Connection: close")
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1", "replace")


def _reason(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Unknown"


@lru_cache(maxsize=2)
def _date(second: int) -> str:
    return http_date(datetime.fromtimestamp(second, UTC))


async def _send_pieces(
    writer: asyncio.StreamWriter, response: Response, record: Record, *, chunked: bool
) -> None:
    delivery = response.delivery
    for piece in _pieces(response, delivery):
        if delivery.stall_after is not None and record.sent == delivery.stall_after:
            await asyncio.sleep(delivery.stall)
        writer.write(b"%x\r\n%b\r\n" % (len(piece), piece) if chunked else piece)
        record.sent += len(piece)
        await writer.drain()
        if delivery.cut_after is not None and record.sent >= delivery.cut_after:
            raise Closed
        if delivery.trickle:
            await asyncio.sleep(delivery.trickle_pause)
    if chunked:
        writer.write(b"0\r\n\r\n")


def _pieces(response: Response, delivery: Delivery) -> Iterator[bytes]:
    """The body in pieces that end where the delivery waits or stops."""
    if callable(response.body):
        yield from response.body()
        return
    body = response.body
    size = delivery.trickle or _PIECE
    marks = sorted({0, len(body), *(m for m in (delivery.stall_after, delivery.cut_after) if m is not None)})
    for start, end in pairwise(marks):
        for at in range(start, end, size):
            yield body[at : min(at + size, end)]


@contextlib.contextmanager
def unused_port() -> Iterator[int]:
    """A port of this machine at which nobody answers while the context lasts."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        yield held.getsockname()[1]
