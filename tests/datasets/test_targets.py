"""A file appears whole or not at all, and nothing is left of one that did not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from newscrawl.datasets.errors import ExportError
from newscrawl.datasets.targets import new_file
from newscrawl.record.processes import process_of


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def write(path: Path) -> None:
    with new_file(path) as partial:
        partial.write_text("{}\n", encoding="utf-8")


@pytest.mark.skipif(not process_of(os.getpid()), reason="this system tells no process from a later one")
@pytest.mark.parametrize(
    "process",
    [str(os.getpid()), "1", f"{os.getpid()}-17-00000000", "1-17-00000000", "99999999"],
    ids=["own", "first", "own-of-another-boot", "first-of-another-boot", "none"],
)
def test_what_a_dead_writer_left_is_removed_though_its_number_is_in_use(process: str, tmp_path: Path) -> None:
    (tmp_path / f".news.jsonl.{process}.part").write_text("half", encoding="utf-8")
    write(tmp_path / "news.jsonl")
    assert names(tmp_path) == ["news.jsonl"]


def test_what_a_living_writer_is_at_is_left_alone(tmp_path: Path) -> None:
    with new_file(tmp_path / "news.jsonl") as partial:
        partial.write_text("first\n", encoding="utf-8")
        (other,) = names(tmp_path)
        assert other.startswith(".news.jsonl.")
        (tmp_path / ".news.jsonl.notes.part").write_text("somebody's", encoding="utf-8")
    assert names(tmp_path) == [".news.jsonl.notes.part", "news.jsonl"]


def test_a_writer_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), new_file(tmp_path / "news.jsonl") as partial:
        partial.write_text("half", encoding="utf-8")
        raise ZeroDivisionError
    assert names(tmp_path) == []


def test_what_is_no_plain_file_is_never_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ExportError, match="is no plain file"):
        write(tmp_path / "pipe")
    assert (tmp_path / "pipe").is_fifo()


def test_a_link_stays_one_and_its_file_is_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to("file")
    write(tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_text(encoding="utf-8") == "{}\n"
