"""Writing from an event loop."""

from __future__ import annotations

import asyncio
import threading
import time
from pathlib import Path

import pytest

from newscrawl.archive import Archive, ArchiveLockedError, ArchiveMissingError
from newscrawl.archive import writer as writing
from newscrawl.archive.writer import ArchiveWriter
from tests.archive.samples import article
from tests.patience import patience


def test_jobs_are_done_when_they_say_so(data: str) -> None:
    writer = ArchiveWriter(lambda: Archive.open(data))
    with Archive.open(data) as reader:
        futures = [writer.submit(lambda archive, n=n: archive.store(article(n))) for n in range(50)]
        for number, future in enumerate(futures):
            assert future.result(patience(20)).outcome == "new"
            assert reader.known(article(number).url)
    writer.close()


def test_closing_does_what_was_submitted(data: str) -> None:
    writer = ArchiveWriter(lambda: Archive.open(data))
    for number in range(30):
        writer.submit(lambda archive, n=number: archive.store(article(n)))
    writer.close()
    with Archive.open(data) as archive:
        assert archive.database.one("SELECT count(*) FROM articles") == (30,)


def test_what_gathers_while_the_disk_is_busy_is_one_transaction(tmp_path: Path) -> None:
    opened = threading.Event()

    def open_archive() -> Archive:
        opened.set()
        return Archive.open(tmp_path)

    with Archive.open(tmp_path) as holder:
        writer = ArchiveWriter(open_archive)
        commits: list[str] = []
        writer.submit(lambda archive: archive.database._connection.set_trace_callback(commits.append)).result(
            patience(20)
        )
        with holder.transaction():
            futures = [writer.submit(lambda archive, n=n: archive.store(article(n))) for n in range(20)]
        for future in futures:
            future.result(patience(20))
    writer.close()
    assert commits.count("COMMIT") <= 3


def test_a_busy_writer_waits_a_moment_for_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "MOMENT", 0.5)
    writer = ArchiveWriter(lambda: Archive.open(tmp_path))
    commits: list[str] = []
    begun = time.monotonic()
    writer.submit(lambda archive: archive.database._connection.set_trace_callback(commits.append)).result(
        patience(20)
    )
    futures = []
    for number in range(20):
        futures.append(writer.submit(lambda archive, n=number: archive.store(article(n))))
        time.sleep(0.005)
    for future in futures:
        assert future.result(patience(20)).outcome == "new"
    # On a busy machine the jobs come slowly, and each moment has its commit; the close has one more.
    assert commits.count("COMMIT") <= 1 + (time.monotonic() - begun) / 0.5
    writer.close()


def test_a_job_that_fails_fails_alone(data: str) -> None:
    with Archive.open(data) as holder:
        writer = ArchiveWriter(lambda: Archive.open(data))
        with holder.transaction():
            good = [writer.submit(lambda archive, n=n: archive.store(article(n))) for n in range(3)]
            bad = writer.submit(lambda archive: archive.store(article(3, body=None, content_hash=None)))
            more = writer.submit(lambda archive: archive.store(article(4)))
        with pytest.raises(ValueError, match="without a body"):
            bad.result(patience(20))
        assert [future.result(patience(20)).outcome for future in (*good, more)] == ["new"] * 4
        assert holder.known(article(4).url)
    writer.close()


def test_after_a_storage_failure_nothing_more_is_accepted(data: str) -> None:
    with Archive.open(data) as holder:
        writer = ArchiveWriter(lambda: Archive.open(data, lock_seconds=0.05))
        with holder.transaction(), pytest.raises(ArchiveLockedError):
            writer.submit(lambda archive: archive.store(article(1))).result(patience(20))
        with pytest.raises(ArchiveLockedError):
            writer.submit(lambda archive: archive.store(article(2))).result(patience(20))
        assert not holder.known(article(2).url)
    writer.close()


def test_an_archive_that_cannot_be_opened_is_reported_at_once(data: str) -> None:
    with pytest.raises(ArchiveMissingError):
        ArchiveWriter(lambda: Archive.open(data, create=False))


def test_an_awaited_job_that_is_called_off_is_still_done(data: str) -> None:
    writer = ArchiveWriter(lambda: Archive.open(data))

    async def call_off() -> None:
        waiting = asyncio.ensure_future(
            asyncio.wrap_future(writer.submit(lambda archive: archive.store(article(1))))
        )
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting

    asyncio.run(call_off())
    assert writer.submit(lambda archive: archive.known(article(1).url)).result(patience(20))
    writer.close()
