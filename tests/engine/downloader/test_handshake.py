"""An ``https`` address whose server does not speak TLS is told from one where nobody answers."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import twisted.internet
from OpenSSL import SSL
from twisted.internet.task import Clock

from newscrawl.engine.downloader.handshake import HANDSHAKE_SECONDS, InTime, as_no_tls
from newscrawl.engine.failures import NoHandshakeError, NoTlsError, reason_of_error
from tests.crawling_runs import begin, words
from tests.patience import end_of


class Protocol:
    """Twisted's side of a TLS connection, as far as it is asked here."""

    def __init__(self, *, connected: bool = True) -> None:
        self.connected = connected
        self.failed: list[Any] = []

    def failVerification(self, reason: Any) -> None:
        self.failed.append(reason.value)


class Connection:
    def __init__(self, finished: bytes | None) -> None:
        self.get_peer_finished = lambda: finished

    def clientConnectionForTLS(self, _: Protocol) -> Connection:
        return self


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(twisted.internet, "reactor", clock, raising=False)
    return clock


def test_a_handshake_that_does_not_end_is_given_up(clock: Clock) -> None:
    protocol = Protocol()
    InTime(Connection(None)).clientConnectionForTLS(protocol)
    clock.advance(HANDSHAKE_SECONDS - 1)
    assert not protocol.failed
    clock.advance(1)
    assert [type(error) for error in protocol.failed] == [NoHandshakeError]
    assert reason_of_error(protocol.failed[0]) == "tls"


@pytest.mark.parametrize(
    ("finished", "connected"), [(b"x", True), (None, False)], ids=["shaken hands", "gone already"]
)
def test_what_has_come_to_its_end_is_let_alone(finished: bytes | None, connected: bool, clock: Clock) -> None:
    protocol = Protocol(connected=connected)
    InTime(Connection(finished)).clientConnectionForTLS(protocol)
    clock.advance(HANDSHAKE_SECONDS * 2)
    assert not protocol.failed


def test_other_faults_of_tls_keep_their_name() -> None:
    assert isinstance(as_no_tls(SSL.Error([("SSL routines", "", "wrong version number")])), NoTlsError)
    assert as_no_tls(SSL.Error([("SSL routines", "", "unexpected eof while reading")])) is None


@pytest.fixture
def plain_server() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        Thread(target=_answer, args=(server,), daemon=True).start()
        yield server.getsockname()[1]


def _answer(server: socket.socket) -> None:
    while True:
        try:
            asker, _ = server.accept()
        except OSError:
            return
        with asker:
            asker.recv(65536)
            asker.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("extract", "does not speak TLS; try http://"),
        ("probe", "tls"),
        ("crawl", "every listing failed: tls"),
    ],
)
def test_a_server_that_answers_in_plain_http_is_told(
    command: str, said: str, plain_server: int, tmp_path: Path
) -> None:
    done = end_of(begin(words(command, "", f"https://127.0.0.1:{plain_server}/"), tmp_path))
    assert done.returncode == 1
    assert said in done.stdout + done.stderr
