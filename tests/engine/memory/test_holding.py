"""Crawls of one process share an archive, and the last one closes it."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from newscrawl.archive import ArchiveError
from newscrawl.archive.engines import FILE_NAME
from newscrawl.engine.memory.holding import Held, Opening, hold, let_go

PATIENCE = 0.05
DAY = date(2026, 8, 17)


def opening(folder: Path) -> Opening:
    return Opening(folder, (), PATIENCE)


def close(held: Held) -> None:
    held.writer.close()
    held.archive.close()


def test_crawls_that_agree_share_one_archive_until_the_last_lets_go(tmp_path: Path) -> None:
    first, second = hold(opening(tmp_path)), hold(opening(tmp_path))
    assert first is second
    assert not let_go(first)
    assert let_go(second)
    third = hold(opening(tmp_path))
    assert third is not first
    assert let_go(third)
    close(first)
    close(third)


def test_crawls_of_other_folders_or_schedules_do_not_share(tmp_path: Path) -> None:
    one, other = hold(opening(tmp_path / "one")), hold(opening(tmp_path / "other"))
    assert one is not other
    for held in (one, other):
        assert let_go(held)
        close(held)


def test_a_crawl_that_starts_after_a_failure_tries_anew(tmp_path: Path) -> None:
    broken = hold(opening(tmp_path))
    blocker = sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)
    blocker.execute("BEGIN IMMEDIATE")
    with pytest.raises(ArchiveError):
        broken.writer.submit(lambda archive: archive.mark_day_done("a", DAY)).result()
    blocker.execute("ROLLBACK")
    blocker.close()
    fresh = hold(opening(tmp_path))
    assert fresh is not broken
    assert fresh.writer.submit(lambda archive: archive.has_site("a")).result() is False
    for held in (broken, fresh):
        assert let_go(held)
        close(held)
