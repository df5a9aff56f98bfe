"""The repair of JSON lines whose run died."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from newscrawl.archive import Archive
from newscrawl.archive.feeds import repair_feeds
from newscrawl.record.as_json import to_json
from tests.archive.samples import article

NOW = datetime(2026, 8, 2, 12, 0, tzinfo=UTC)


class DeadRun:
    """A run that stored five versions and died with its file as ``write`` leaves it."""

    def __init__(self, data: str, feed: Path) -> None:
        self.feed = feed
        self.archive = Archive.open(data)
        with self.archive.transaction():
            run = self.archive.runs.begin("warta", now=NOW)
            self.archive.runs.set_feeds(run, [str(feed)])
            self.archive.database.execute("UPDATE runs SET process = 'gone'")
        stored = [self.archive.store(article(number), run=run).article for number in range(4)]
        stored.append(self.archive.store(article(2, title="Judul Baru"), run=run).article)
        self.whole = b"".join(to_json(each).encode() + b"\n" for each in stored)
        self.path = self.archive.folder / feed
        self.path.parent.mkdir(parents=True, exist_ok=True)

    def repaired(self) -> list[str]:
        return [str(repair) for repair in repair_feeds(self.archive, now=NOW)]


@pytest.fixture
def dead(data: str) -> DeadRun:
    return DeadRun(data, Path("feeds/warta/1.jsonl"))


def test_a_file_cut_anywhere_is_made_whole(data: str) -> None:
    rng = Random(1)
    dead = DeadRun(data, Path("feeds/warta/1.jsonl"))
    ends = [0, 1, 9, 30, len(dead.whole) - 1, *(rng.randrange(len(dead.whole)) for _ in range(30))]
    for end in ends:
        dead.path.write_bytes(dead.whole[:end])
        dead.archive.database.execute("UPDATE runs SET ended_at = NULL, outcome = NULL")
        (line,) = dead.repaired()
        assert dead.path.read_bytes() == dead.whole
        whole = dead.whole.rfind(b"\n", 0, end) + 1
        assert str(dead.path) in line
        assert (f"cut at byte {whole}" in line) == (whole != end)
        assert dead.repaired() == []
        assert dead.archive.runs.all()[0].outcome == "died"


def test_a_file_that_was_never_begun_is_written(dead: DeadRun) -> None:
    assert len(dead.repaired()) == 1
    assert dead.path.read_bytes() == dead.whole


def test_a_run_killed_before_its_first_line_loses_none(dead: DeadRun) -> None:
    # The exporter makes the folder of a new site with the first line, after the first article is stored.
    dead.path.parent.rmdir()
    assert len(dead.repaired()) == 1
    assert dead.path.read_bytes() == dead.whole
    assert dead.archive.runs.all()[0].outcome == "died"


def test_a_whole_file_is_left_alone(dead: DeadRun) -> None:
    dead.path.write_bytes(dead.whole)
    before = dead.path.stat().st_mtime_ns
    assert dead.repaired() == []
    assert dead.path.stat().st_mtime_ns == before


def test_a_run_that_lives_is_left_alone(dead: DeadRun) -> None:
    with dead.archive.transaction():
        run = dead.archive.runs.begin("kabar", now=NOW)
        dead.archive.runs.set_feeds(run, ["feeds/kabar/2.jsonl"])
    dead.archive.store(article(9, site="kabar"), run=run)
    dead.repaired()
    assert not (dead.archive.folder / "feeds/kabar").exists()
    assert [each.outcome for each in dead.archive.runs.all()] == [None, "died"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b'{"id": "somebody else\'s"',
        b'{"name": 1}\n{"name": 2}\n',
        b'{"id": "aa", "version": 1}\n',
        b"not json at all\nmore\n",
    ],
)
def test_a_file_outside_that_is_another_is_not_touched(data: str, tmp_path: Path, content: bytes) -> None:
    dead = DeadRun(data, tmp_path / "out.jsonl")
    dead.path.write_bytes(content)
    if content:
        assert dead.repaired() == []
        assert dead.path.read_bytes() == content
    else:
        assert len(dead.repaired()) == 1


def test_a_file_outside_that_is_gone_is_not_made_again(data: str, tmp_path: Path) -> None:
    dead = DeadRun(data, tmp_path / "out.jsonl")
    assert dead.repaired() == []
    assert not dead.path.exists()


def test_a_folder_outside_that_is_gone_is_not_made_again(data: str, tmp_path: Path) -> None:
    dead = DeadRun(data, tmp_path / "lines" / "out.jsonl")
    dead.path.parent.rmdir()
    assert dead.repaired() == []
    assert not dead.path.parent.exists()


def test_a_file_that_a_later_run_writes_is_not_touched(data: str, tmp_path: Path) -> None:
    dead = DeadRun(data, tmp_path / "out.jsonl")
    with dead.archive.transaction():
        dead.archive.runs.set_feeds(dead.archive.runs.begin("warta", now=NOW), [str(dead.feed)])
    dead.path.write_bytes(dead.whole[:-10])
    assert dead.repaired() == []
    assert dead.path.read_bytes() == dead.whole[:-10]


def test_lines_of_earlier_runs_in_an_appended_file_stay(data: str, tmp_path: Path) -> None:
    dead = DeadRun(data, tmp_path / "all.jsonl")
    earlier = json.dumps({"id": "x", "version": 1}).encode() + b"\n"
    dead.path.write_bytes(earlier + dead.whole[:-500])
    assert len(dead.repaired()) == 1
    assert dead.path.read_bytes() == earlier + dead.whole
