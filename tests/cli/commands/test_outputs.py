"""What ``-o`` and ``-O`` promise: a file is whole or left as it was; what cannot be written is said first."""

from __future__ import annotations

import contextlib
import io
import json
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from newscrawl.cli.feed_files import fault_of
from newscrawl.record.outcome import ExitStatus
from newscrawl.record.printable import CleanOutput, printable_json, without_secrets
from tests import processes
from tests.archive.disks import small_disk
from tests.cli.commands.calling import newscrawl
from tests.crawling_runs import run, words
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.varient import VarientOneSite

HOST = "contoh.example"
SITE = ("site", "-a", f"url=https://{HOST}")


@pytest.fixture
def newsroom() -> Iterator[Newsroom]:
    with Newsroom([VarientOneSite(HOST, articles=4)]) as newsroom:
        yield newsroom


def lines(file: Path) -> list[str]:
    return [json.loads(line)["url"] for line in file.read_text(encoding="utf-8").splitlines()]


def test_a_second_crawl_leaves_the_file_as_it_was_and_says_so(newsroom: Newsroom, tmp_path: Path) -> None:
    output = tmp_path / "all.jsonl"
    run(newsroom.address, tmp_path, *SITE, "-O", str(output), command="crawl")
    first = lines(output)
    again = run(newsroom.address, tmp_path, *SITE, "-O", str(output), command="crawl")
    assert len(first) == 4
    assert lines(output) == first
    assert "all.jsonl left as it was, for there is nothing new" in again.stdout
    assert again.returncode == ExitStatus.FINE


def test_what_cannot_be_written_is_said_before_anything_is_fetched(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = run(newsroom.address, tmp_path, *SITE, "-O", "file/all.jsonl", command="crawl")
    assert done.returncode == ExitStatus.STORAGE
    assert "file/all.jsonl cannot be written" in done.stderr
    assert "Traceback" not in done.stderr
    assert newsroom.log.targets(HOST) == []


def test_sites_side_by_side_share_no_file(tmp_path: Path) -> None:
    done = newscrawl(tmp_path, "run", "kompas", "antaranews", "-O", "all.jsonl")
    assert done.returncode == ExitStatus.BAD_USAGE
    assert "cannot share a file" in done.stderr
    assert "%(site)s.jsonl" in done.stderr


def test_a_dash_is_json_lines_on_standard_output(newsroom: Newsroom, tmp_path: Path) -> None:
    done = run(newsroom.address, tmp_path, *SITE, "-o", "-", command="crawl")
    assert len([line for line in done.stdout.splitlines() if json.loads(line)]) == 4


def test_a_name_and_a_password_are_never_shown() -> None:
    assert without_secrets("ftp://ani:rahasia@host.example/a.jsonl") == "ftp://***@host.example/a.jsonl"
    assert without_secrets("all.jsonl") == "all.jsonl"


def test_a_file_that_can_be_written_is_left_as_it_is(tmp_path: Path) -> None:
    there = tmp_path / "there.jsonl"
    there.write_text("{}\n", encoding="utf-8")
    assert fault_of(str(there)) is None
    assert there.read_text(encoding="utf-8") == "{}\n"
    assert fault_of(str(tmp_path / "new.jsonl")) is None
    assert not (tmp_path / "new.jsonl").exists()


NOWHERE = "ftp://ani:rahasia@127.0.0.1:1/all.jsonl"


def test_what_could_not_be_written_is_written_by_the_next_crawl(newsroom: Newsroom, tmp_path: Path) -> None:
    lost = run(newsroom.address, tmp_path, *SITE, "-O", NOWHERE, command="crawl")
    assert lost.returncode == ExitStatus.STORAGE
    assert "ftp://***@127.0.0.1:1/all.jsonl could not be written; the next crawl" in lost.stdout
    assert "rahasia" not in lost.stdout + lost.stderr
    output = tmp_path / "all.jsonl"
    late = run(newsroom.address, tmp_path, *SITE, "-O", str(output), command="crawl")
    assert late.returncode == ExitStatus.FINE
    assert "late        4 of earlier runs, which could not be written then" in late.stdout
    assert len(lines(output)) == 4
    (own, *more) = (tmp_path / "data/feeds").rglob("*.jsonl")
    assert not more
    assert sorted(output.read_text().splitlines()) == sorted(own.read_text().splitlines())
    again = run(newsroom.address, tmp_path, *SITE, "-o", str(output), command="crawl")
    assert "late " not in again.stdout
    assert len(lines(output)) == 4


def test_a_file_that_fails_keeps_nothing_from_the_others(newsroom: Newsroom, tmp_path: Path) -> None:
    whole = tmp_path / "whole.csv"
    done = run(newsroom.address, tmp_path, *SITE, "-O", "/dev/full:jsonl", "-O", str(whole), command="crawl")
    if "/dev/full:" in done.stderr:
        pytest.skip("this system has no device that is always full")
    assert done.returncode == ExitStatus.STORAGE
    assert len(whole.read_text(encoding="utf-8").splitlines()) > 4
    assert len(list((tmp_path / "data/feeds").rglob("*.jsonl"))) == 1


def test_a_full_disk_is_never_fine(newsroom: Newsroom, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "8k") as disk:
        (disk / "filler").write_bytes(bytes(4096))
        done = run(newsroom.address, tmp_path, *SITE, "-O", str(disk / "all.jsonl"), command="crawl")
        assert done.returncode == ExitStatus.STORAGE, done.stderr
        assert "could not be written" in done.stdout
    assert "articles    4" in done.stdout.splitlines()


@pytest.mark.parametrize("asked", [["fresh=1"], ["fresh=1", "urls=urls.txt"]], ids=len)
def test_what_was_asked_for_is_put_out_though_it_is_stored_already(
    asked: list[str], newsroom: Newsroom, tmp_path: Path
) -> None:
    site = newsroom.site(HOST)
    (tmp_path / "urls.txt").write_text("\n".join(site.urls()), encoding="utf-8")
    run(newsroom.address, tmp_path, *SITE, command="crawl")
    output = tmp_path / "all.jsonl"
    flags = [word for pair in asked for word in ("-a", pair)]
    done = run(newsroom.address, tmp_path, *SITE, *flags, "-O", str(output), command="crawl")
    assert done.returncode == ExitStatus.FINE, done.stderr
    assert sorted(lines(output)) == sorted(site.urls())
    assert "articles    0 (4 unchanged)" in done.stdout.splitlines()
    assert len(list((tmp_path / "data/feeds").rglob("*.jsonl"))) == 1


ACTING = "Panen \x9b2J\u202eraya\u2066 di Desa"


@pytest.mark.parametrize("output", ["-", "-:csv", "-:xml"])
def test_nothing_of_a_page_moves_a_terminal(output: str, newsroom: Newsroom, tmp_path: Path) -> None:
    newsroom.edit(HOST, 2, title=ACTING)
    command = words("crawl", newsroom.address, *SITE, "-o", output, "-L", "DEBUG")
    leader, follower = os.openpty()
    with os.fdopen(leader, "rb", buffering=0) as terminal:
        reading = ThreadPoolExecutor(1).submit(all_of, terminal)
        environment = os.environ | {"NEWSCRAWL_DATA": str(tmp_path / "data")}
        process = processes.begin(command, cwd=tmp_path, env=environment, stdout=follower, stderr=follower)
        os.close(follower)
        assert process.wait() == ExitStatus.FINE
        shown = reading.result()
    assert "Desa" in shown
    assert not set(shown) & set("\x9b\u202e\u2066")
    if output == "-":
        titles = [json.loads(line)["title"] for line in shown.splitlines() if line.startswith('{"id"')]
        assert ACTING in titles


def all_of(terminal: io.RawIOBase) -> str:
    """What is written to a terminal until its last writer is gone."""
    parts: list[bytes] = []
    with contextlib.suppress(OSError):
        while part := terminal.read(65536):
            parts.append(part)
    return b"".join(parts).decode()


def test_what_a_program_reads_stays_as_it_is() -> None:
    text = f"judul\n{ACTING}\n".encode()
    for of_json, expected in ((False, text), (True, printable_json(text.decode()).encode())):
        raw = io.BytesIO()
        output = CleanOutput(raw, of_json=of_json)
        for place in range(len(text)):
            output.write(text[place : place + 1])
        assert raw.getvalue() == expected
