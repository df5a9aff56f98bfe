"""The commands that read the archive, as people call them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from newscrawl.archive import Archive
from tests.archive.samples import START, article

ESCAPES = "Judul \x1b[2J\x1b]0;jahat\x07 dan \u202ebalik"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("work")
    with Archive.open(folder / "data") as archive:
        for number in range(6):
            archive.store(article(number, published_at=START + timedelta(days=10 * number)))
        archive.store(article(1, title="Judul Baru", published_at=START + timedelta(days=10)))
        archive.store(
            article(9, site="kompas", title=ESCAPES, body=f"{ESCAPES}\n\nBendungan baru.", tags=[ESCAPES])
        )
        archive.store(
            article(10, site="afederasi", title="Bendungan Runtuh", body="Bendungan di Blitar runtuh.")
        )
        copy = {"title": article(0).title, "body": article(0).body, "published_at": None}
        archive.store(article(11, site="situs.example", **copy))
    return folder


def newscrawl(folder: Path, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "NEWSCRAWL_DATA"} | variables
    command = [sys.executable, "-m", "newscrawl", *words]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def clean(text: str) -> bool:
    return not any(char in text for char in "\x1b\x07\u202e")


def test_search_finds_and_ranks(folder: Path) -> None:
    done = newscrawl(folder, "search", "bendungan")
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[0] == "Bendungan Runtuh"
    assert "afederasi, 2026-08-01 19:00" in lines[1]
    assert lines[-1] == "2 of 2 articles"
    assert clean(done.stdout)
    newest = newscrawl(folder, "search", "judul", "--newest", "--json", "--limit", "1")
    (record,) = map(json.loads, newest.stdout.splitlines())
    assert record["title"] == "Judul Baru"


def test_search_says_when_there_is_nothing(folder: Path) -> None:
    done = newscrawl(folder, "search", "antariksa")
    assert (done.returncode, done.stdout) == (1, "No article found.\n")
    for words in (["search"], ["search", "*"]):
        assert newscrawl(folder, *words).returncode == 2


def test_show_takes_ids_and_addresses(folder: Path) -> None:
    given = article(1)
    by_id = newscrawl(folder, "show", given.id)
    assert by_id.returncode == 0
    assert by_id.stdout.startswith("Judul Baru\n")
    assert "version              2 of 2" in by_id.stdout
    assert newscrawl(folder, "show", given.url).stdout == by_id.stdout
    first = newscrawl(folder, "show", given.url, "--version", "1", "--json")
    assert json.loads(first.stdout)["title"] == given.title
    assert "versions 1 to 2, not 3" in newscrawl(folder, "show", given.id, "--version", "3").stderr


def test_nothing_from_a_page_reaches_the_terminal_raw(folder: Path) -> None:
    done = newscrawl(folder, "show", article(9, site="kompas").id)
    assert done.returncode == 0
    assert "jahat" in done.stdout
    assert clean(done.stdout)
    assert clean(newscrawl(folder, "history", article(9, site="kompas").id).stdout)


def test_history_shows_what_changed(folder: Path) -> None:
    done = newscrawl(folder, "history", article(1).id)
    assert done.returncode == 0
    assert "version 2, stored" in done.stdout
    assert "title changed\n" in done.stdout
    assert "[-Warga Desa 1 Panen Lebih Awal-] {+Judul Baru+}" in done.stdout
    assert clean(done.stdout)


@pytest.mark.parametrize("command", ["show", "history"])
def test_an_article_that_is_not_there_is_named(folder: Path, command: str) -> None:
    done = newscrawl(folder, command, "https://warta.example/tidak-ada")
    assert (done.returncode, done.stdout) == (1, "")
    assert "there is no article 'https://warta.example/tidak-ada'" in done.stderr
    assert newscrawl(folder, command).returncode == 2


def test_stats_count_by_site_day_and_month(folder: Path) -> None:
    lines = newscrawl(folder, "stats").stdout.splitlines()
    assert [line.split()[:4] for line in lines] == [
        ["site", "articles", "versions", "copies"],
        ["afederasi", "1", "1", "0"],
        ["kompas", "1", "1", "0"],
        ["situs.example", "1", "1", "1"],
        ["warta", "6", "7", "0"],
        ["total", "9", "10", "1"],
    ]
    months = json.loads(newscrawl(folder, "stats", "--by", "month", "--json").stdout)
    assert [(line["group"], line["articles"]) for line in months] == [
        ("2026-08", 6),
        ("2026-09", 2),
        ("undated", 1),
    ]
    days = newscrawl(folder, "stats", "--by", "day", "--site", "warta").stdout.splitlines()
    assert len(days) == 8
    assert newscrawl(folder, "stats", "--words", "antariksa").returncode == 1


def test_export_writes_what_it_says(folder: Path) -> None:
    done = newscrawl(
        folder, "export", "--output", "a.jsonl", "--since", "2026-08-11", "--until", "2026-08-31"
    )
    assert done.returncode == 0
    assert done.stdout == "3 records of 1 sites, 2026-08-11 to 2026-08-31, in a.jsonl\n"
    assert done.stderr == ""
    assert len((folder / "a.jsonl").read_text("utf-8").splitlines()) == 3


def test_export_to_standard_output(folder: Path) -> None:
    done = newscrawl(folder, "export", "--output", "-", "--format", "jsonl", "--site", "warta")
    assert len([json.loads(line) for line in done.stdout.splitlines()]) == 6
    assert "6 records" in done.stderr


def test_export_by_region(folder: Path) -> None:
    done = newscrawl(folder, "export", "--output", "-", "--format", "jsonl", "--region", "jawa timur")
    assert [json.loads(line)["site"] for line in done.stdout.splitlines()] == ["afederasi"]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["--output", "x.txt"], "x.txt: the ending says no format"),
        (["--output", "x.jsonl", "--site", "kompass"], "There is no site 'kompass'. Did you mean kompas"),
        (["--output", "x.jsonl", "--region", "jawa timor"], "Did you mean"),
        (["--output", "x.jsonl", "--since", "soon"], "--since: 'soon' is no date"),
        (["--output", "x.jsonl", "--words", "*"], "'*' names no word"),
        (["--output", "x.jsonl", "--split", "9"], "--split 9: write 90/5/5"),
        (["--output", "x.jsonl", "--partition", "site"], "--partition goes with --format parquet"),
        (["--output", "-"], "the ending says no format"),
        (["--output", "no/x.jsonl"], "there is no folder no"),
        ([], "export takes --output PATH"),
    ],
)
def test_bad_usage_of_export_is_explained(folder: Path, words: list[str], line: str) -> None:
    done = newscrawl(folder, "export", *words)
    assert done.returncode in (2, 5)
    assert line in done.stderr + done.stdout
    assert not (folder / "x.jsonl").exists()


@pytest.mark.parametrize("command", [["stats"], ["search", "x"], ["export", "--output", "x.jsonl"]])
def test_a_missing_archive_is_storage_trouble(tmp_path: Path, command: list[str]) -> None:
    done = newscrawl(tmp_path, *command)
    assert done.returncode == 5
    assert done.stderr.count("\n") == 1
    assert "data/archive.sqlite: there is no archive" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_data_folder_is_said_in_three_ways(folder: Path, tmp_path: Path) -> None:
    data = str(folder / "data")
    ways = [
        newscrawl(tmp_path, "stats", "--data", data),
        newscrawl(tmp_path, "stats", "-s", f"NEWSCRAWL_DATA={data}"),
        newscrawl(tmp_path, "stats", NEWSCRAWL_DATA=data),
        newscrawl(tmp_path, "stats", "--data", data, NEWSCRAWL_DATA="/nowhere"),
    ]
    assert len({done.stdout for done in ways}) == 1
    assert "warta" in ways[0].stdout


def test_a_reader_that_has_seen_enough_is_no_error(folder: Path) -> None:
    command = f"{sys.executable} -m newscrawl search judul --json | head -c 10"
    done = subprocess.run(command, shell=True, cwd=folder, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
