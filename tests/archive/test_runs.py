"""The table of runs."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from newscrawl.archive import Archive
from newscrawl.archive.runs import SILENCE
from newscrawl.record.processes import process_of
from tests.archive.samples import article

NOW = datetime(2026, 8, 2, 12, 0, tzinfo=UTC)

needs_proc = pytest.mark.skipif(
    not process_of(os.getpid()), reason="this system does not tell when a process started"
)


@pytest.fixture
def archive(data: str) -> Archive:
    return Archive.open(data)


def begin(archive: Archive, site: str = "warta") -> int:
    with archive.transaction():
        run = archive.runs.begin(site, now=NOW)
        archive.runs.set_feeds(run, ["feeds/a.jsonl"])
        return run


def dead(archive: Archive, *, now: datetime = NOW) -> list[int]:
    return [run.key for run in archive.runs.dead(now=now)]


def test_a_run_has_a_beginning_an_end_and_counts(archive: Archive) -> None:
    run = begin(archive)
    (running,) = archive.runs.all()
    assert (running.site, running.started_at, running.ended_at, running.outcome) == ("warta", NOW, None, None)
    assert (running.pid, running.feeds) == (os.getpid(), ("feeds/a.jsonl",))
    later = NOW + timedelta(minutes=5)
    with archive.transaction():
        archive.runs.end(run, "finished", {"new": 3, "start": NOW}, now=later)
    (ended,) = archive.runs.all("warta")
    assert (ended.ended_at, ended.outcome) == (later, "finished")
    assert ended.counts == {"new": 3, "start": str(NOW)}
    assert archive.runs.all("kabar") == []


def test_the_versions_of_a_run_are_its_own(archive: Archive) -> None:
    archive.store(article(1))
    one, other = begin(archive), begin(archive, "kabar")
    archive.store(article(2), run=one)
    archive.store(article(3, site="kabar"), run=other)
    archive.store(article(1, title="Lain"), run=one)
    archive.store(article(2), run=one)
    assert archive.runs.versions(one) == [(article(2).id, 1), (article(1).id, 2)]
    assert archive.runs.versions(other) == [(article(3, site="kabar").id, 1)]


def test_a_run_whose_process_is_gone_is_dead(archive: Archive) -> None:
    mine = begin(archive)
    theirs = begin(archive)
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    archive.database.execute("UPDATE runs SET pid = ? WHERE key = ?", (process.pid, theirs))
    assert dead(archive) == [theirs]
    with archive.transaction():
        archive.runs.end(theirs, "died", {}, now=NOW)
    assert dead(archive) == []
    assert mine


def test_an_earlier_process_with_our_number_is_dead(archive: Archive) -> None:
    run = begin(archive)
    archive.database.execute("UPDATE runs SET process = 'an earlier one' WHERE key = ?", (run,))
    assert len(dead(archive)) == 1


@pytest.fixture
def bystander() -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        yield process
        process.kill()


@needs_proc
def test_a_run_whose_number_another_process_has_by_now_is_dead(
    archive: Archive, bystander: subprocess.Popen[bytes]
) -> None:
    run = begin(archive)
    archive.database.execute("UPDATE runs SET pid = ? WHERE key = ?", (bystander.pid, run))
    assert dead(archive) == [run]


def test_a_run_of_another_process_that_goes_on_is_alive(archive: Archive, data: str) -> None:
    script = """
        import sys
        from datetime import datetime
        from newscrawl.archive import Archive
        with Archive.open(sys.argv[1]) as archive:
            with archive.transaction():
                archive.runs.begin("warta", now=datetime.fromisoformat(sys.argv[2]))
            print("begun", flush=True)
            input()
    """
    command = [sys.executable, "-c", textwrap.dedent(script), data, NOW.isoformat()]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline() == b"begun\n"
        assert dead(archive) == []
        process.communicate(b"\n")
    assert len(dead(archive)) == 1


def test_a_run_that_named_no_start_of_its_process_goes_by_its_number(
    archive: Archive, bystander: subprocess.Popen[bytes]
) -> None:
    run = begin(archive)
    archive.database.execute("UPDATE runs SET pid = ?, process = 'x' WHERE key = ?", (bystander.pid, run))
    assert dead(archive) == []


def test_a_run_on_another_machine_is_dead_when_it_is_silent(archive: Archive) -> None:
    run = begin(archive)
    archive.database.execute("UPDATE runs SET host = 'elsewhere' WHERE key = ?", (run,))
    assert dead(archive, now=NOW + SILENCE / 2) == []
    with archive.transaction():
        archive.runs.touch(run, now=NOW + SILENCE)
    assert dead(archive, now=NOW + 2 * SILENCE) == []
    assert len(dead(archive, now=NOW + 3 * SILENCE)) == 1
