"""The newsroom in a process of its own: arguments, orders, signals, access log."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.newsroom import Fault, NewsroomProcess
from tests.newsroom.asking import Asker
from tests.newsroom.server import unused_port
from tests.patience import end_of, patience

HOST, OTHER = "afederasi.com", "kabar.example"
ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command to its end."""
    command = [sys.executable, "-m", "tests.newsroom", *arguments]
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=patience(30), check=False
    )


@pytest.fixture(scope="module")
def process() -> Iterator[NewsroomProcess]:
    with NewsroomProcess([HOST, f"{OTHER}=wordpress,theme=jnews,split_every=2"], articles=20) as running:
        yield running
        assert running.order("errors") == []


@pytest.fixture
def ask(process: NewsroomProcess) -> Iterator[Asker]:
    with Asker(process.port, HOST) as asker:
        yield asker


@pytest.mark.parametrize("host", [HOST, OTHER])
def test_twins_know_what_the_process_serves(process: NewsroomProcess, ask: Asker, host: str) -> None:
    twin = process.site(host)
    story = twin.story(6)
    answer = ask.get(twin.path(story), host=host)
    assert story.paragraphs[0] in answer.text
    assert story.pages == (3 if host == OTHER else 1)


def test_faults_are_armed_and_removed(process: NewsroomProcess, ask: Asker) -> None:
    armed = process.fault(HOST, "/posts*", Fault.too_many(7, times=5))
    answer = ask.get("/posts")
    assert (answer.status, answer.headers["Retry-After"]) == (429, "7")
    assert armed.remove() == 1
    assert ask.get("/posts").status == 200
    process.fault(HOST, "/posts*", Fault.gone())
    process.clear_faults()
    assert ask.get("/posts").status == 200


def test_articles_are_edited_published_and_withdrawn(process: NewsroomProcess, ask: Asker) -> None:
    twin = process.site(HOST)
    moment = datetime(2026, 9, 1, 5, tzinfo=UTC)
    process.edit(HOST, 3, title="Judul Baru", paragraphs=("Satu.", "Dua."), modified_at=moment)
    text = ask.get(twin.path(twin.story(3))).text
    assert "<p>Satu.</p>\n" in text
    assert "Judul Baru - afederasi.com" in text
    assert process.publish(HOST, title="Kilat dari Seberang") == 21
    assert "Kilat dari Seberang" in ask.get("/posts").text
    process.withdraw(HOST, 4, status=410)
    assert ask.get(twin.path(twin.story(4))).status == 410
    process.order("restore", host=HOST, number=4)
    assert ask.get(twin.path(twin.story(4))).status == 200


def test_a_redesign_keeps_addresses_and_articles(process: NewsroomProcess, ask: Asker) -> None:
    twin = process.site(HOST)
    story = twin.story(8)
    assert '<h1 class="title">' in ask.get(twin.path(story)).text
    process.redesign(HOST, "varient2")
    text = ask.get(twin.path(story)).text
    assert '<h1 class="post-title">' in text
    assert story.paragraphs[0] in text
    process.redesign(HOST, "varient1")


def test_bad_orders_are_named(process: NewsroomProcess) -> None:
    with pytest.raises(ValueError, match=r"KeyError: 'tidak\.example'"):
        process.edit("tidak.example", 1, title="x")
    with pytest.raises(ValueError, match="KeyError: 'lompat'"):
        process.order("lompat")


def test_access_log_has_the_requests_and_not_the_orders(process: NewsroomProcess, ask: Asker) -> None:
    before = len(process.log)
    ask.get("/posts?page=2", User_Agent="newscrawl-test")
    process.order("latency", seconds=0)
    assert len(process.log) == before + 1
    last = list(process.log)[-1]
    assert (last.host, last.target, last.status, last.user_agent) == (
        HOST,
        "/posts?page=2",
        200,
        "newscrawl-test",
    )


def test_a_killed_server_comes_back_at_its_port_with_its_articles() -> None:
    with unused_port() as port:
        pass
    with NewsroomProcess([HOST], articles=5, port=port) as process:
        twin = process.site(HOST)
        process.kill()
        with pytest.raises(ConnectionRefusedError):
            Asker(port, HOST).get("/")
        process.start()
        assert process.port == port
        with Asker(port, HOST) as ask:
            assert twin.story(2).paragraphs[0] in ask.get(twin.path(twin.story(2))).text


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_signals_end_it_quietly(tmp_path: Path, number: signal.Signals) -> None:
    ready = tmp_path / "ready"
    command = [sys.executable, "-m", "tests.newsroom", "--ready-file", str(ready), "--articles", "3"]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    address = process.stdout.readline().strip()
    assert address.startswith("http://127.0.0.1:")
    process.send_signal(number)
    done = end_of(process)
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)
    assert ready.read_text(encoding="utf-8") == address + "\n"


def test_faults_come_from_the_command_line_and_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "faults.jsonl"
    file.write_text(
        '{"host": "*", "path": "/posts", "fault": "challenge", "status": 403}\n', encoding="utf-8"
    )
    extra = ["--fault", f"{HOST} /rss/* too_many retry_after=3 times=1", "--faults", str(file)]
    with NewsroomProcess([HOST], articles=3, extra=extra) as process, Asker(process.port, HOST) as ask:
        assert [ask.get("/rss/latest-posts").status for _ in range(2)] == [429, 200]
        assert ask.get("/posts").status == 403


def test_many_sites_at_once() -> None:
    host = "kabarsagara.example"
    with NewsroomProcess([], extra=["--sites", "5"], articles=3) as process, Asker(process.port, host) as ask:
        assert "KabarSagara.id" in ask.get("/").text


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--site", "a.example=joomla"], "no kind of site 'joomla'"),
        (["--site", "a.example=portal,warna=1"], "unexpected keyword argument 'warna'"),
        (["--fault", "* /x gempa"], "no fault 'gempa'"),
        (["--newest", "2026-08-31T21:00"], "give the time with its offset"),
        (["--newest", "kemarin"], "'kemarin'"),
    ],
)
def test_bad_arguments_are_named(arguments: list[str], words: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert words in done.stderr.replace("\n", " ")
    assert "Traceback" not in done.stderr


def test_a_taken_port_is_named() -> None:
    with unused_port() as port:
        done = run("--port", str(port))
    assert (done.returncode, done.stderr) == (1, f"newsroom: port {port}: Address already in use\n")
