"""The commands that read the archive, as people call them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from newscrawl.archive import Archive
from tests import processes
from tests.archive.samples import START, article
from tests.cli.commands.calling import newscrawl

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


def started(folder: Path, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "NEWSCRAWL_DATA"} | variables
    command = [sys.executable, "-m", "newscrawl", *words]
    return processes.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


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


@pytest.mark.parametrize(
    "address", ["{url}?utm_source=wa&fbclid=1", "{url}#komentar", "{url}/", "{url}?page=all", "{bare}"]
)
def test_an_address_is_known_as_people_copy_it(folder: Path, address: str) -> None:
    given = article(2)
    words = address.format(url=given.url, bare=given.url.removeprefix("https://"))
    assert newscrawl(folder, "show", words).stdout.startswith(f"{given.title}\n")
    assert given.url in newscrawl(folder, "history", words).stdout


def test_the_start_of_an_id_that_several_have_is_said_to_be_too_short(folder: Path) -> None:
    with Archive.open(folder / "data") as archive:
        ids = sorted(row[0] for row in archive.database.all("SELECT id FROM articles"))
    first = next(one for one, other in pairwise(ids) if one[0] == other[0])
    done = newscrawl(folder, "show", first[0])
    assert (done.returncode, done.stdout) == (1, "")
    assert f"several ids begin with '{first[0]}', such as " in done.stderr


def test_words_that_are_no_text_are_bad_usage(folder: Path) -> None:
    for command in ("show", "history"):
        done = newscrawl(folder, command, "\udcff")
        assert done.returncode == 2
        assert r"'\udcff' is no text in UTF-8" in done.stderr


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


def test_why_there_is_nothing_is_said(folder: Path, tmp_path: Path) -> None:
    none = newscrawl(folder, "stats", "--since", "2030-01")
    assert (none.returncode, none.stdout) == (1, "")
    assert none.stderr == "newscrawl stats: no article in the archive passes all of these filters\n"
    done = newscrawl(folder, "export", "--output", "none.jsonl", "--language", "in")
    assert (done.returncode, done.stdout) == (1, "")
    assert "no article is in 'in'; the archive holds id; none.jsonl is empty" in done.stderr
    assert (folder / "none.jsonl").read_bytes() == b""
    Archive.open(tmp_path / "data").close()
    empty = newscrawl(tmp_path, "stats")
    assert (empty.returncode, empty.stdout) == (1, "")
    assert "there is no article in it yet" in empty.stderr


def test_export_writes_what_it_says(folder: Path) -> None:
    done = newscrawl(
        folder, "export", "--output", "a.jsonl", "--since", "2026-08-11", "--until", "2026-08-31"
    )
    assert done.returncode == 0
    assert (
        done.stdout
        == "3 records of 1 site, 2026-08-11 to 2026-08-31, in a.jsonl; 1 undated are in no range\n"
    )
    assert done.stderr == ""
    assert len((folder / "a.jsonl").read_text("utf-8").splitlines()) == 3


def test_where_only_the_undated_are_left_out_of_a_range_it_is_said(folder: Path) -> None:
    done = newscrawl(folder, "export", "--output", "a.jsonl", "--since", "2030", "--site", "situs.example")
    assert (done.returncode, done.stdout) == (1, "")
    assert "1 undated are in no range" in done.stderr
    rest = newscrawl(folder, "export", "--output", "a.jsonl", "--since", "2026", "--site", "warta")
    assert "undated" not in rest.stdout


def test_export_to_standard_output(folder: Path) -> None:
    done = newscrawl(folder, "export", "--output", "-", "--site", "warta")
    assert len([json.loads(line) for line in done.stdout.splitlines()]) == 6
    assert "6 records" in done.stderr


@pytest.mark.parametrize(
    ("since", "until", "count"), [("2026-08", "2026-08", 4), ("2026", "2026", 6), ("2026-09", "2027", 2)]
)
def test_months_and_years_are_ranges(folder: Path, since: str, until: str, count: int) -> None:
    words = ["--output", "-", "--site", "warta", "--since", since, "--until", until]
    assert len(newscrawl(folder, "export", *words).stdout.splitlines()) == count


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_export_that_is_interrupted_says_so_and_ends(tmp_path: Path, number: signal.Signals) -> None:
    with Archive.open(tmp_path / "data") as archive, archive.transaction():
        for each in range(60):
            archive.store(article(each, body="Warga memanen padi lebih awal tahun ini. " * 200))
    command = [sys.executable, "-m", "newscrawl", "export", "--output", "-"]
    with processes.begin(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        process.stdout.read(1)
        # From here on it waits for its reader, in the middle of the data set.
        process.send_signal(number)
        _, err = process.communicate()
    assert process.returncode == 130
    assert err == "newscrawl export: interrupted\n"


def test_an_output_that_cannot_be_written_is_named(folder: Path) -> None:
    for words in ("search judul", "stats", "export --output -"):
        command = f"{sys.executable} -m newscrawl {words} > /dev/full"
        done = subprocess.run(command, shell=True, cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 5
        assert "No space left on device" in done.stderr
        assert "Traceback" not in done.stderr
        assert "Exception ignored" not in done.stderr


def test_export_for_a_spreadsheet(folder: Path) -> None:
    options = ("--spreadsheet", "--separator=;", "--columns", "title, site")
    done = newscrawl(folder, "export", "--output", "sheet.csv", *options)
    assert done.returncode == 0
    assert (folder / "sheet.csv").read_bytes().startswith(b"\xef\xbb\xbftitle;site\n")
    tabs = newscrawl(folder, "export", "--output", "sheet.tsv", "--columns", "site,id")
    assert tabs.returncode == 0
    assert (folder / "sheet.tsv").read_bytes().startswith(b"site\tid\n")
    refused = newscrawl(folder, "export", "--output", "sheet.csv", "--separator", "ab")
    assert refused.returncode == 2
    assert "'ab' is no separator" in refused.stderr


def test_export_by_region(folder: Path) -> None:
    done = newscrawl(folder, "export", "--output", "-", "--format", "jsonl", "--region", "jawa timur")
    assert [json.loads(line)["site"] for line in done.stdout.splitlines()] == ["afederasi"]
    two = ["--region", "jawa timur", "--region", "national"]
    both = newscrawl(folder, "export", "--output", "-", *two)
    assert [json.loads(line)["site"] for line in both.stdout.splitlines()] == ["kompas", "afederasi"]


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
        (["--output", "x.jsonl", "--since", "2026-09", "--until", "2026-08"], "--since 2026-09 is after"),
        (["--output", "x.jsonl", "--min-length", "9", "--max-length", "3"], "--min-length 9 is above"),
        (["--output", "x.jsonl", "--langauge", "id"], "export has no option '--langauge'"),
        (["--output", "data/archive.sqlite", "--format", "csv"], "is a file of the archive itself"),
        (["--output", "data/archive.sqlite-wal", "--format", "csv"], "is a file of the archive itself"),
        (["--output", "no/x.jsonl"], "there is no folder"),
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
        started(tmp_path, "stats", "--data", data),
        started(tmp_path, "stats", "-s", f"NEWSCRAWL_DATA={data}"),
        started(tmp_path, "stats", NEWSCRAWL_DATA=data),
        started(tmp_path, "stats", "--data", data, NEWSCRAWL_DATA="/nowhere"),
    ]
    assert len({done.stdout for done in ways}) == 1
    assert "warta" in ways[0].stdout


def test_a_reader_that_has_seen_enough_is_no_error(folder: Path) -> None:
    command = f"{sys.executable} -m newscrawl search judul --json | head -c 10"
    done = subprocess.run(command, shell=True, cwd=folder, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
