"""Outputs appear whole or not at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest

from newscrawl.archive import Archive
from newscrawl.datasets import Export, ExportError
from newscrawl.datasets.export import Format
from newscrawl.datasets.targets import new_file, new_folder
from tests.archive.disks import read_only, small_disk
from tests.archive.samples import article
from tests.patience import wait_until

ROOT = Path(__file__).resolve().parents[2]


def listing(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def fails(archive: Archive, output: Path, form: Format, at: int = 3) -> None:
    """An export that dies after some records."""

    class Death(BaseException):
        pass

    def die(done: int, of: int) -> None:
        raise Death

    with pytest.raises(Death):
        Export(output=output, form=form).write(archive, die)


@pytest.mark.parametrize(("name", "form"), [("a.jsonl", "jsonl"), ("a.parquet", "parquet"), ("a", "hf")])
def test_what_fails_leaves_nothing_and_spoils_nothing(
    archive: Archive, tmp_path: Path, name: str, form: Any
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    fails(archive, folder / name, form)
    assert listing(folder) == []
    Export(output=folder / name, form=form).write(archive)
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    fails(archive, folder / name, form)
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_a_folder_is_replaced_only_if_an_export_wrote_it(archive: Archive, tmp_path: Path) -> None:
    output = tmp_path / "news"
    Export(output=output, form="hf").write(archive)
    (output / "stale.txt").write_text("x")
    Export(output=output, form="hf").write(archive)
    assert "stale.txt" not in listing(output)
    other = tmp_path / "photos"
    other.mkdir()
    (other / "cat.jpg").write_text("x")
    with pytest.raises(ExportError, match="photos: the folder holds something else"):
        Export(output=other, form="hf").write(archive)
    assert listing(other) == ["cat.jpg"]
    assert listing(tmp_path) == ["data", "news", "photos"]


def test_a_file_is_no_folder_and_a_folder_no_file(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "news").write_text("x")
    with pytest.raises(ExportError, match="is a file; name a folder"):
        Export(output=tmp_path / "news", form="hf").write(archive)
    (tmp_path / "out.jsonl").mkdir()
    with pytest.raises(ExportError, match="is a folder; name a file"):
        Export(output=tmp_path / "out.jsonl", form="jsonl").write(archive)
    with pytest.raises(ExportError, match="there is no folder"):
        Export(output=tmp_path / "no" / "out.jsonl", form="jsonl").write(archive)


def test_a_full_disk_is_named(archive: Archive, tmp_path: Path) -> None:
    for number in range(100, 400):
        archive.store(article(number))
    with small_disk(tmp_path / "disk", "100k") as disk:
        with pytest.raises(ExportError, match=r"out\.jsonl: cannot be written: No space left"):
            Export(output=disk / "out.jsonl", form="jsonl").write(archive)
        assert listing(disk) == []


def test_a_read_only_folder_is_named(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "shut").mkdir()
    with read_only(tmp_path / "shut"), pytest.raises(ExportError, match="cannot be written"):
        Export(output=tmp_path / "shut" / "out.jsonl", form="jsonl").write(archive)


def test_what_a_killed_export_left_is_removed_by_the_next(archive: Archive, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    script = """
        import sys, time
        from pathlib import Path
        from newscrawl.archive import Archive
        from newscrawl.datasets import Export
        with Archive.open(sys.argv[1], create=False) as archive:
            Export(output=Path(sys.argv[2]), form="jsonl").write(archive, lambda done, of: time.sleep(86400))
    """
    output = folder / "news.jsonl"
    command = [sys.executable, "-c", textwrap.dedent(script), str(tmp_path / "data"), str(output)]
    process = subprocess.Popen(command, cwd=ROOT)
    wait_until(lambda: listing(folder), "the first record")
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert listing(folder) == [f".news.jsonl.{process.pid}.part"]
    mine = folder / ".news.jsonl.1.part"
    mine.write_text("of a process that runs")
    Export(output=output, form="jsonl").write(archive)
    assert listing(folder) == [mine.name, "news.jsonl"]


def test_names_with_odd_characters(tmp_path: Path) -> None:
    path = tmp_path / "a [1] *?.jsonl"
    with new_file(path) as partial:
        partial.write_text("x")
    assert listing(tmp_path) == [path.name]
    with new_folder(tmp_path / "b c") as partial:
        (partial / "x").write_text("x")
    assert (tmp_path / "b c" / "x").exists()
