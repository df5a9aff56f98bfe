"""README: "Whole." A page is stored whole or not at all; one that is cut once is fetched again."""

from __future__ import annotations

import gzip
import socket
import struct
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest

from tests.crawling import crawl
from tests.wire import Answer, Asked, Wire, answer, article, path, site

HOST = "contoh.example"
PAGE = article().encode()
HALF = len(PAGE) * 3 // 4


def reset(data: bytes) -> Answer:
    def send(_: Asked, connection: socket.socket) -> None:
        connection.sendall(data)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    return send


def flipped(data: bytes) -> bytes:
    broken = bytearray(data)
    broken[-6] ^= 0x10  # in the check sum
    return bytes(broken)


CUT: dict[str, Answer] = {
    "closed": answer(PAGE[:HALF], length=None),
    "reset": reset(answer(PAGE[:HALF], length=None)),
    "length too large": answer(PAGE[:HALF], length=len(PAGE)),
    "length too small": answer(PAGE, length=HALF),
    "chunks without an end": answer(
        b"%x\r\n" % HALF + PAGE[:HALF], "Transfer-Encoding: chunked", length=None
    ),
    "gzip cut": answer(gzip.compress(PAGE)[:-40], "Content-Encoding: gzip"),
    "gzip without its sum": answer(gzip.compress(PAGE)[:-8], "Content-Encoding: gzip"),
    "gzip flipped": answer(flipped(gzip.compress(PAGE)), "Content-Encoding: gzip"),
    "brotli cut": answer(brotli.compress(PAGE)[:-30], "Content-Encoding: br"),
    "a part": answer(PAGE[:HALF], status=206),
}
WHOLE: dict[str, Answer] = {
    "closed": answer(PAGE, length=None),
    "closed, with a counter behind it": answer(PAGE + b"\n<!-- cache -->" * 20, length=None),
    "no end tags, but a length": answer(PAGE.replace(b"</body></html>", b"")),
    "a line behind the length": answer(PAGE + b"\r\n", length=len(PAGE)),
    "gzip": answer(gzip.compress(PAGE), "Content-Encoding: gzip"),
    "gzip of two members": answer(
        gzip.compress(PAGE[:HALF]) + gzip.compress(PAGE[HALF:]), "Content-Encoding: gzip"
    ),
}


def first(times: int, given: Answer, then: Answer) -> Callable[[Asked, socket.socket], None]:
    left = [given] * times

    def send(asked: Asked, connection: socket.socket) -> None:
        chosen = left.pop() if left else then
        if callable(chosen):
            chosen(asked, connection)
        else:
            connection.sendall(chosen)

    return send


def result(given: Answer, folder: Path) -> tuple[list[str], str]:
    with Wire(site(HOST, 1) | {f"{HOST}{path(1)}": given}) as wire:
        arguments = {"url": f"https://{HOST}/"}
        done = crawl("site", wire.address, folder, arguments=arguments, settings={"RETRY_TIMES": "1"})
    return [record["body"] for record in done.records], done.failed()


@pytest.mark.parametrize("name", CUT)
def test_a_cut_page_is_not_stored(name: str, tmp_path: Path) -> None:
    bodies, failed = result(CUT[name], tmp_path)
    assert bodies == []
    assert "cut-short 1" in failed


@pytest.mark.parametrize("name", CUT)
def test_a_page_that_is_cut_once_is_fetched_again(name: str, tmp_path: Path) -> None:
    bodies, failed = result(first(1, CUT[name], answer(PAGE)), tmp_path)
    assert len(bodies) == 1
    assert "pada saat panen raya" in bodies[0]
    assert failed.split() == ["errors", "0"]


@pytest.mark.parametrize("name", WHOLE)
def test_a_whole_page_is_stored_however_it_comes(name: str, tmp_path: Path) -> None:
    bodies, _ = result(WHOLE[name], tmp_path)
    assert len(bodies) == 1
    assert "pada saat panen raya" in bodies[0]


@pytest.mark.parametrize("encoding", ["gzip", "br", "zstd"])
def test_a_plain_page_under_the_name_of_an_encoding_has_a_reason_of_its_own(
    encoding: str, tmp_path: Path
) -> None:
    bodies, failed = result(answer(PAGE, f"Content-Encoding: {encoding}"), tmp_path)
    assert bodies == []
    assert "encoding 1" in failed


def test_a_missing_page_is_missing_whatever_its_encoding(tmp_path: Path) -> None:
    _, failed = result(answer("tidak ada", "Content-Encoding: gzip", status=404), tmp_path)
    assert "http-404 1" in failed
