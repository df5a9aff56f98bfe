"""A server on loopback that sends exactly the bytes it is told to, for what no well-behaved server sends."""

from __future__ import annotations

import socket
import socketserver
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Self

Answer = bytes | Callable[["Asked", socket.socket], None]


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: its host (as the Host header names it), its target, its headers, and when it came."""

    host: str
    target: str
    headers: dict[str, str]
    at: float


@dataclass(eq=False)
class Wire:
    """``answers`` maps targets to what is sent, byte for byte; after it the connection is closed.

    A callable gets the request and the socket. A target that nobody gave an answer is a 404.
    """

    answers: dict[str, Answer] = field(default_factory=dict)
    family: socket.AddressFamily = socket.AF_INET
    asked: list[Asked] = field(default_factory=list)
    under_way: int = 0
    most_under_way: int = 0

    def __enter__(self) -> Self:
        wire = self

        class Handler(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                wire._serve(self)

        class TheServer(socketserver.ThreadingTCPServer):
            daemon_threads = True
            allow_reuse_address = True
            address_family = self.family

            def handle_error(self, *_: object) -> None:
                """A client that goes away is what these tests are about."""

        self._lock = threading.Lock()
        self._server = TheServer(("::1" if self.family == socket.AF_INET6 else "127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._server.server_address[1])

    @property
    def address(self) -> str:
        """Its address, for NEWSCRAWL_MIRROR."""
        return f"http://127.0.0.1:{self.port}"

    def targets(self, host: str | None = None) -> list[str]:
        """What was asked for, in order."""
        return [asked.target for asked in self.asked if host in (None, asked.host)]

    def _serve(self, handler: socketserver.StreamRequestHandler) -> None:
        line = handler.rfile.readline().decode("latin-1").split()
        headers: dict[str, str] = {}
        while (text := handler.rfile.readline().decode("latin-1").strip()) != "":
            name, _, value = text.partition(":")
            headers[name.lower()] = value.strip()
        if len(line) < 2:
            return
        asked = Asked(headers.get("host", ""), line[1], headers, time.monotonic())
        with self._lock:
            self.asked.append(asked)
            self.under_way += 1
            self.most_under_way = max(self.most_under_way, self.under_way)
        try:
            answer = self.answers.get(asked.host + asked.target, self.answers.get(asked.target, MISSING))
            if callable(answer):
                answer(asked, handler.connection)
            else:
                handler.connection.sendall(answer)
        finally:
            with self._lock:
                self.under_way -= 1


def answer(
    body: bytes | str,
    *headers: str,
    status: int = 200,
    kind: str = "text/html; charset=utf-8",
    length: int | None = -1,
) -> bytes:
    """The bytes of an answer; ``length`` None leaves it to the end of the connection, -1 is the right one."""
    data = body.encode() if isinstance(body, str) else body
    lines = [f"HTTP/1.1 {status} Status", "Connection: close"]
    if kind:
        lines.append(f"Content-Type: {kind}")
    if length is not None:
        lines.append(f"Content-Length: {len(data) if length < 0 else length}")
    return "\r\n".join([*lines, *headers, "", ""]).encode() + data


MISSING = answer("<html><body>Tidak ditemukan</body></html>", status=404)

_PARAGRAPHS = (
    "Warga Desa Randuwangi mulai memanen padi varietas baru yang ditanam sejak awal musim hujan tahun ini.",
    "Kepala desa mengatakan hasil panen naik hampir seperlima dibandingkan dengan musim tanam sebelumnya.",
    "Menurut kelompok tani, luas lahan yang dipanen mencapai seratus dua puluh hektare di tiga dusun.",
    "Pemerintah kabupaten berencana membeli sebagian gabah itu untuk cadangan pangan daerah.",
    "Beberapa petani mengeluhkan mahalnya pupuk dan sulitnya mencari tenaga kerja pada saat panen raya.",
)


def article(number: int = 1) -> str:
    """An invented article page."""
    title = f"Panen Raya Padi ke-{number} di Desa Randuwangi"
    text = "".join(f"<p>{paragraph}</p>" for paragraph in _PARAGRAPHS)
    return (
        f'<!doctype html><html lang="id"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta property="og:title" content="{title}"><meta property="og:type" content="article">'
        '<meta property="article:published_time" content="2026-08-15T09:35:00+07:00"></head><body><main>'
        f"<article><h1>{title}</h1><div class='isi'>{text}</div></article></main></body></html>"
    )


def path(number: int) -> str:
    """The path of the invented article."""
    return f"/daerah/panen-raya-padi-nomor-{number}-di-desa-randuwangi"


def site(host: str, count: int, robots: str = "User-agent: *\nAllow: /\n") -> dict[str, Answer]:
    """The answers of a small site: robots.txt, front page, sitemap, articles."""
    locations = "".join(
        f"<url><loc>https://{host}{path(number)}</loc></url>" for number in range(1, count + 1)
    )
    sitemap = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{locations}</urlset>'
    named = f"{robots}Sitemap: https://{host}/sitemap.xml\n"
    return {
        f"{host}/robots.txt": answer(named, kind="text/plain"),
        f"{host}/": answer("<html><body><p>Selamat datang</p></body></html>"),
        f"{host}/sitemap.xml": answer(sitemap, kind="application/xml"),
        **{f"{host}{path(number)}": answer(article(number)) for number in range(1, count + 1)},
    }
