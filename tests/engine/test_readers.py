"""Pages are read in processes of their own, and one that dies loses nothing."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest
from scrapy.settings import Settings

import newscrawl
from newscrawl.archive import Archive
from newscrawl.engine.readers import MANY_SITES, ReaderDiedError, Readers, readers_for, shared_readers
from newscrawl.sites.rules import SiteRules
from tests.crawling import QUICK, Crawl, crawl
from tests.engine.whole.conftest import HOST
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.varient import VarientOneSite
from tests.patience import patience, wait_until


def reader() -> int:
    return os.getpid()


def slowly(number: int) -> int:
    time.sleep(0.05)
    return number


def end() -> None:
    os._exit(1)


def fail() -> None:
    raise ValueError("tidak terbaca")


def test_another_process_reads() -> None:
    readers = Readers(1)
    assert asyncio.run(readers.call(reader)) != os.getpid()
    assert asyncio.run(Readers(0).call(reader)) == os.getpid()
    readers.close()


def test_a_reader_loads_no_scrapy() -> None:
    code = "import sys, newscrawl.engine.reader; assert not {'scrapy', 'twisted'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=patience(60))


def test_what_a_reader_raises_is_raised_here() -> None:
    readers = Readers(1)
    with pytest.raises(ValueError, match="tidak terbaca"):
        asyncio.run(readers.call(fail))
    readers.close()


def test_what_a_killed_reader_was_reading_is_read_again() -> None:
    async def kill_one_of(readers: Readers) -> list[int]:
        pid = await readers.call(reader)
        reading = [asyncio.ensure_future(readers.call(slowly, number)) for number in range(20)]
        await asyncio.sleep(0.1)
        os.kill(pid, signal.SIGKILL)
        return await asyncio.gather(*reading)

    readers = Readers(2)
    assert asyncio.run(kill_one_of(readers)) == list(range(20))
    assert readers.died == 1
    readers.close()


def test_a_page_that_ends_readers_is_named_and_no_other_suffers() -> None:
    async def with_others(readers: Readers) -> list[int | BaseException]:
        reading = [readers.call(slowly, 1), readers.call(end), readers.call(slowly, 2)]
        return await asyncio.gather(*reading, return_exceptions=True)

    readers = Readers(2)
    first, ended, second = asyncio.run(with_others(readers))
    assert (first, second) == (1, 2)
    assert isinstance(ended, ReaderDiedError)
    readers.close()


def test_rules_and_what_is_read_can_be_handed_over() -> None:
    assert hash(SiteRules(title=(".judul",))) == hash(SiteRules(title=(".judul",)))


@pytest.mark.parametrize(("sites", "some"), [(1, False), (MANY_SITES - 1, False), (MANY_SITES, True)])
def test_readers_are_for_many_sites(sites: int, some: bool) -> None:
    cores = len(os.sched_getaffinity(0))
    assert readers_for(sites) == (cores - 1 if some else 0)


def test_one_crawl_has_none_unless_asked() -> None:
    assert shared_readers(Settings({"NEWSCRAWL_READERS": "auto"})).count == 0
    assert shared_readers(Settings({"NEWSCRAWL_READERS": "3"})).count == 3


@pytest.mark.parametrize("told", ["viele", "-1", "1.5", "99999"])
def test_what_is_no_number_of_readers_is_one_line(told: str, tmp_path: Path) -> None:
    done = crawl("afederasi", "http://127.0.0.1:9", tmp_path, settings={"NEWSCRAWL_READERS": told})
    assert done.status == 2
    assert done.lines_about(f"NEWSCRAWL_READERS={told}")
    assert "Traceback" not in done.log


def readers_of(pid: int) -> set[int]:
    """The processes below ``pid`` that read pages; another one of theirs only counts what they share."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return {int(child) for child in children if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()}


def kill_readers(reading: newscrawl.Crawl, *, times: int) -> int:
    """Kill the readers of a crawl as soon as each is there; how many were killed.

    What the crawl hands out says nothing of when: on a busy machine all of it may come at once.
    """
    wait_until(lambda: reading._process, "the crawl")
    pid = reading._process.pid
    killed: set[int] = set()
    # The crawl, or a reader, may end between two looks.
    with suppress(FileNotFoundError):
        while len(killed) < times:
            with suppress(ProcessLookupError):
                for reader in readers_of(pid) - killed:
                    os.kill(reader, signal.SIGKILL)
                    killed.add(reader)
            time.sleep(0.01)
    return len(killed)


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks for child processes in /proc")
def test_a_crawl_whose_readers_are_killed_again_and_again_loses_nothing(tmp_path: Path) -> None:
    with Newsroom([VarientOneSite(HOST, articles=12)]) as newsroom, ThreadPoolExecutor(1) as aside:
        settings = QUICK | {"NEWSCRAWL_READERS": "1", "NEWSCRAWL_MIRROR": newsroom.address}
        reading = newscrawl.crawl("afederasi", data=tmp_path / "data", settings=settings)
        killing = aside.submit(kill_readers, reading, times=3)
        articles = list(reading)
    with Archive.open(tmp_path / "data", create=False) as archive:
        wanted = archive.database.all(
            "SELECT url, reason FROM urls WHERE state = 'wanted' AND reason IS NOT NULL"
        )
    assert killing.result() >= 3
    # A page that readers die of time and again is counted, and tried again by a later crawl.
    assert {reason for _, reason in wanted} <= {"parse"}
    assert len({each.id for each in articles}) + len(wanted) == 12


def without_times(done: Crawl) -> list[dict[str, object]]:
    return sorted(
        ({**record, "fetched_at": None} for record in done.records), key=lambda record: str(record["url"])
    )


def test_a_crawl_with_readers_gives_what_one_without_gives(tmp_path: Path) -> None:
    site = VarientOneSite(HOST, articles=8)
    for name in ("with", "without"):
        (tmp_path / name).mkdir()
    with Newsroom([site]) as newsroom:
        with_readers = crawl(
            "afederasi", newsroom.address, tmp_path / "with", settings={"NEWSCRAWL_READERS": "2"}
        )
        without = crawl("afederasi", newsroom.address, tmp_path / "without")
    assert with_readers.status == without.status == 0
    assert len(without.records) == 8
    assert without_times(with_readers) == without_times(without)
