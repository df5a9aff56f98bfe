"""The commands over an archive on a server say what they say over one in a folder."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from newscrawl.archive import Archive, intact
from newscrawl.archive.copying import Copied, copy
from newscrawl.cli import archive_copy
from newscrawl.datasets.targets import this_process
from tests.archive.samples import START, article
from tests.cli.commands.calling import newscrawl
from tests.postgres import END_OTHERS, tell

SECRET = "rahasia"


def fill(data: str) -> None:
    with Archive.open(data) as archive, archive.transaction():
        for number in range(9):
            archive.store(article(number, published_at=START + timedelta(days=10 * number)))
        archive.store(article(1, title="Judul Baru", published_at=START + timedelta(days=10)))
        for number in range(3):
            copy = article(0, site=f"kabar{number}", body=article(0).body, published_at=START)
            archive.store(copy)
        run = archive.runs.begin("warta", now=START)
        archive.runs.end(run, "finished", {"newscrawl/archive/new": 9, "newscrawl/articles": 9}, now=START)


@pytest.fixture
def places(tmp_path: Path, postgres: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The same articles in a folder and on a server."""
    monkeypatch.setenv("NEWSCRAWL_FILES", str(tmp_path / "files"))
    places = [str(tmp_path / "data"), postgres]
    for place in places:
        fill(place)
    return places


@pytest.mark.parametrize(
    "words",
    [
        ["search", "judul", "--newest", "--limit=4"],
        ["search", "baru", "--json", "--newest"],
        ["search", "judul", "--site=kabar1"],
        ["search", "tidakada"],
        ["show", article(1).id],
        ["show", article(0).url, "--json"],
        ["history", article(1).id],
        ["stats", "--by=site"],
        ["stats", "--by=month", "--json"],
        ["stats", "--since=2026-08-05", "--language=id"],
        ["export", "--output=-", "--dedup=near"],
        ["export", "--output=-", "--format=csv", "--versions=all"],
    ],
    ids=" ".join,
)
def test_what_is_read_is_the_same(places: list[str], tmp_path: Path, words: list[str]) -> None:
    first, second = (newscrawl(tmp_path, *words, f"--data={place}") for place in places)
    assert first.returncode == second.returncode
    assert without_times(first.stdout) == without_times(second.stdout)
    assert bool(first.stderr) == bool(second.stderr)


def without_times(text: str) -> str:
    """Text without when a version was stored, which is a second later in the second archive."""
    return re.sub(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d)?", "", text)


def test_a_report_is_made_of_it(places: list[str], tmp_path: Path) -> None:
    pytest.importorskip("plotly")
    done = newscrawl(tmp_path, "report", f"--data={places[1]}", "--output=report.html")
    assert done.returncode == 0, done.stderr
    assert SECRET not in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_browse_says_what_it_cannot(places: list[str], tmp_path: Path) -> None:
    pytest.importorskip("datasette")
    done = newscrawl(tmp_path, "browse", f"--data={places[1]}")
    assert done.returncode == 2
    assert "newscrawl browse --snapshot" in done.stderr


def test_copies_for_browsing_that_a_killed_process_left_are_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("datasette")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    fill(str(tmp_path / "data"))
    left = tmp_path / "temporary" / "newscrawl-browse-4194305-1-12345678.abcdef"
    mine = tmp_path / "temporary" / f"newscrawl-browse-{this_process()}.abcdef"
    for place in (left, mine):
        place.mkdir(parents=True)
        (place / "archive.sqlite").touch()
    done = newscrawl(tmp_path, "browse", "--data=data", "--snapshot", "--since=2099-01-01")
    assert done.returncode == 1, done.stderr
    assert list((tmp_path / "temporary").iterdir()) == [mine]


def test_an_archive_is_copied_to_a_server_and_back(tmp_path: Path, postgres: str) -> None:
    fill(str(tmp_path / "data"))
    for source, target in (("data", postgres), (postgres, "back")):
        done = newscrawl(tmp_path, "archive", "copy", source, target)
        assert done.returncode == 0, done.stderr
        assert "12 articles in 13 versions copied and compared" in done.stdout
    whole = newscrawl(tmp_path, "archive", "check", f"--data={postgres}")
    assert "12 articles in 13 versions, all as stored" in whole.stdout
    lines = [newscrawl(tmp_path, "export", "--output=-", f"--data={place}") for place in ("data", "back")]
    assert lines[0].stdout == lines[1].stdout
    again = newscrawl(tmp_path, "archive", "copy", "data", postgres)
    assert again.returncode == 5
    assert "there is an archive already" in again.stderr
    for words in (["data"], ["data", "data"]):
        assert newscrawl(tmp_path, "archive", "copy", *words).returncode == 2


def test_a_copy_goes_on_where_its_connection_was_lost(
    tmp_path: Path, postgres: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSCRAWL_FILES", str(tmp_path / "files"))
    fill(str(tmp_path / "data"))
    lost = []

    def copy_and_lose(old: Archive, new: Archive, report: Callable[[int, int], None]) -> Copied:
        def losing(done: int, of: int) -> None:
            if done and not lost:
                lost.append(done)
                tell(postgres, END_OTHERS)

        return copy(old, new, losing)

    monkeypatch.setattr(archive_copy, "copy", copy_and_lose)
    monkeypatch.setattr(archive_copy, "PAUSES", (0.0,))
    done = newscrawl(tmp_path, "archive", "copy", "data", postgres)
    assert done.returncode == 0, done.stderr
    assert lost
    assert "the connection to the server is lost" in done.stderr
    assert "the copy goes on in 0 s" in done.stderr
    assert "12 articles in 13 versions copied and compared" in done.stdout


def test_an_export_that_loses_its_connection_leaves_what_was_there(
    tmp_path: Path, postgres: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("psycopg")
    from newscrawl.archive.engines.postgres import database  # noqa: PLC0415 - of an extra

    monkeypatch.setenv("NEWSCRAWL_FILES", str(tmp_path / "files"))
    monkeypatch.setattr(database, "_FETCHED_AT_ONCE", 2)
    fill(postgres)
    assert newscrawl(tmp_path, "export", "--output=x.jsonl", f"--data={postgres}").returncode == 0
    before = (tmp_path / "x.jsonl").read_bytes()
    checked = intact.checked

    def losing(*args: Any) -> str:
        tell(postgres, END_OTHERS)
        return checked(*args)

    monkeypatch.setattr(intact, "checked", losing)
    done = newscrawl(tmp_path, "export", "--output=x.jsonl", f"--data={postgres}")
    assert done.returncode == 5
    (line,) = done.stderr.splitlines()
    assert "the connection to the server is lost" in line
    assert (tmp_path / "x.jsonl").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["x.jsonl"]


def test_a_server_that_is_away_is_one_line_without_the_password(tmp_path: Path) -> None:
    pytest.importorskip("psycopg")
    address = f"postgresql://penulis:{SECRET}@127.0.0.1:1/berita"
    for words in (["search", "x"], ["stats"], ["export", "--output=x.jsonl"], ["crawl", "kompas"]):
        done = newscrawl(tmp_path, *words, f"--data={address}")
        assert done.returncode == 5, words
        assert "postgresql://penulis@127.0.0.1:1/berita: the server cannot be reached" in done.stderr
        assert SECRET not in done.stdout + done.stderr


def test_no_crontab_shows_a_password(tmp_path: Path) -> None:
    words = ["cron", "kompas", "--every=1h"]
    done = newscrawl(tmp_path, *words, f"--data=postgresql://penulis:{SECRET}@db/berita")
    assert done.returncode == 2
    assert "~/.pgpass" in done.stderr
    assert SECRET not in done.stdout + done.stderr
    done = newscrawl(tmp_path, *words, "--data=postgresql://penulis@db/berita")
    assert "--data=postgresql://penulis@db/berita" in done.stdout
