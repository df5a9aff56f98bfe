"""robots.txt in the middle of a crawl: nobody gets past it, however it comes."""

from __future__ import annotations

import gzip
import socket
import time
from pathlib import Path

import pytest

from tests.crawling import Crawl, crawl
from tests.wire import Answer, Asked, Wire, answer, article, path, site

HOST = "contoh.example"


def run(answers: dict[str, Answer], folder: Path, **settings: str) -> tuple[Crawl, Wire]:
    with Wire(answers) as wire:
        arguments = {"url": f"https://{HOST}/"}
        return crawl("site", wire.address, folder, arguments=arguments, settings=settings), wire


def addresses(folder: Path, host: str, count: int) -> str:
    name = folder / "addresses.txt"
    lines = [f"https://{host}{path(number)}" for number in range(1, count + 1)]
    name.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(name)


def slowly(data: bytes) -> Answer:
    def send(_: Asked, connection: socket.socket) -> None:
        time.sleep(0.7)
        connection.sendall(data)

    return send


def test_eight_that_wait_for_it_together_are_all_forbidden(tmp_path: Path) -> None:
    answers = {f"{HOST}{path(number)}": answer(article(number)) for number in range(1, 9)}
    answers["/robots.txt"] = slowly(answer("User-agent: *\nDisallow: /\n", kind="text/plain"))
    arguments = {"url": f"https://{HOST}/", "urls": addresses(tmp_path, HOST, 8)}
    with Wire(answers) as wire:
        done = crawl("site", wire.address, tmp_path, arguments=arguments)
        assert wire.targets() == ["/robots.txt"]
    assert done.records == []
    assert "robots 8" in done.failed()


def test_eight_that_wait_for_one_that_cannot_be_had_are_all_refused(tmp_path: Path) -> None:
    answers = {f"{HOST}{path(number)}": answer(article(number)) for number in range(1, 9)}
    answers["/robots.txt"] = slowly(b"")
    arguments = {"url": f"https://{HOST}/", "urls": addresses(tmp_path, HOST, 8)}
    with Wire(answers) as wire:
        done = crawl("site", wire.address, tmp_path, arguments=arguments, settings={"RETRY_TIMES": "0"})
        assert set(wire.targets()) == {"/robots.txt"}
    assert done.records == []


@pytest.mark.parametrize("status", [408, 429, 500, 503])
def test_these_answers_forbid_everything(status: int, tmp_path: Path) -> None:
    answers = site(HOST, 2) | {f"{HOST}/robots.txt": answer("", status=status)}
    done, wire = run(answers, tmp_path, RETRY_TIMES="1", NEWSCRAWL_BACKOFF_START="0.05")
    assert set(wire.targets()) == {"/robots.txt"}
    assert done.records == []
    assert done.status == 1


BROKEN = answer("<html>Forbidden</html>", "Content-Encoding: gzip", status=403)


@pytest.mark.parametrize("given", [answer("", status=404), answer("", status=401), BROKEN])
def test_these_answers_allow_everything(given: bytes, tmp_path: Path) -> None:
    done, _ = run(site(HOST, 2) | {f"{HOST}/robots.txt": given}, tmp_path)
    assert len(done.records) == 2


def moved(to: str) -> bytes:
    return answer("", f"Location: {to}", status=302)


def test_it_is_followed_to_another_host_and_counts_here(tmp_path: Path) -> None:
    rules = "User-agent: *\nDisallow: /daerah\n"
    answers = site(HOST, 2) | {
        f"{HOST}/robots.txt": moved("https://lain.example/robots.txt"),
        "lain.example/robots.txt": answer(rules, kind="text/plain"),
    }
    done, wire = run(answers, tmp_path)
    assert wire.targets("lain.example") == ["/robots.txt"]
    assert not [target for target in wire.targets(HOST) if target.startswith("/daerah")]
    assert done.records == []


def test_one_that_leads_in_a_circle_is_a_missing_one(tmp_path: Path) -> None:
    done, _ = run(site(HOST, 2) | {f"{HOST}/robots.txt": moved("/robots.txt")}, tmp_path)
    assert len(done.records) == 2


@pytest.mark.parametrize("packed", [False, True])
def test_of_a_vast_one_the_first_part_is_read_and_obeyed(packed: bool, tmp_path: Path) -> None:
    text = b"User-agent: *\nDisallow: /daerah\n" + b"Disallow: /a*b*c*d*e\n" * 900_000
    body = gzip.compress(text) if packed else text
    headers = ["Content-Encoding: gzip"] if packed else []
    sent: list[int] = []

    def pour(_: Asked, connection: socket.socket) -> None:
        data = answer(body, *headers, kind="text/plain")
        for start in range(0, len(data), 65536):
            connection.sendall(data[start : start + 65536])
            sent.append(65536)

    done, wire = run(site(HOST, 1) | {f"{HOST}/robots.txt": pour}, tmp_path)
    assert not [target for target in wire.targets() if target.startswith("/daerah")]
    assert done.records == []
    assert packed or sum(sent) < len(text) / 2
