"""Many WARC files to records, by the command."""

from __future__ import annotations

import gzip
import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("fastwarc")

from newscrawl import extract
from newscrawl.cli.entry import _run
from newscrawl.record.outcome import ExitStatus
from newscrawl.warc import extracting
from tests.warc.samples import FETCHED, packed, pages, record, write

COUNT = 6
PAGES = pages(COUNT)
FOREIGN = [(f"https://elsewhere.example/{number}", b"<html><p>x</p></html>") for number in range(20)]


def made(folder: Path, name: str = "a.warc.gz", chosen: list[tuple[str, bytes]] = PAGES) -> Path:
    return write(folder / name, *(packed(record(url, body)) for url, body in chosen))


def run(*words: object) -> int:
    return _run(["extract", *map(str, words)])


def lines(path: Path) -> list[dict[str, Any]]:
    text = gzip.decompress(path.read_bytes()).decode() if path.suffix == ".gz" else path.read_text("utf-8")
    return [json.loads(line) for line in text.splitlines()]


def test_a_page_gives_the_record_that_extract_gives(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl.gz"
    assert run("--warc", made(tmp_path, chosen=[*FOREIGN, *PAGES]), "--output", out) == 0
    records = lines(out)
    assert [each["url"] for each in records] == [url for url, _ in PAGES]
    for each, (url, body) in zip(records, PAGES, strict=True):
        expected = extract(body, url, fetched_at=FETCHED)
        assert (each["body"], each["title"]) == (expected.body, expected.title)
        assert each["published_at"] == expected.published_at.isoformat()
        assert each["fetched_at"] == FETCHED.isoformat()
        assert each["warc"]["url"] == url
        assert each["warc"]["file"].endswith("a.warc.gz")


def test_pages_of_other_hosts_are_read_when_all_are_asked_for(tmp_path: Path) -> None:
    foreign = pages(2, "berita-desa.example")
    out = tmp_path / "out.jsonl"
    made(tmp_path, chosen=[*foreign, *PAGES])
    assert run("--warc", tmp_path, "--all", "--output", out) == 0
    assert len(lines(out)) == COUNT + 2


def test_a_file_that_is_cut_short_is_no_fine_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = made(tmp_path)
    cut = tmp_path / "cut.warc.gz"
    cut.write_bytes(whole.read_bytes()[:-100])
    out = tmp_path / "out.jsonl"
    assert run("--warc", cut, "--output", out) == ExitStatus.ALARMS
    assert len(lines(out)) == COUNT - 1
    assert "damaged 1" in capsys.readouterr().out
    assert run("--warc", whole, "--output", tmp_path / "whole.jsonl") == ExitStatus.FINE


def test_sites_and_days_choose(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = made(tmp_path)
    out = tmp_path / "out.jsonl"
    assert run("--warc", source, "--site", "kompas", "--output", out) == 0
    assert lines(out) == []
    run("--warc", source, "--site", "afederasi", "--output", out)
    days = [each["published_at"][:10] for each in lines(out)]
    assert len(days) == COUNT
    run("--warc", source, "--since", max(days), "--output", out)
    assert len(lines(out)) == days.count(max(days))
    run("--warc", source, "--until", "2026-07-01", "--output", out)
    assert lines(out) == []
    after = (FETCHED + timedelta(days=9)).date().isoformat()
    capsys.readouterr()
    run("--warc", source, "--since", after, "--output", out)
    assert f"{COUNT} of them of other sites" in capsys.readouterr().out, "not even read"


def test_workers_give_the_same_in_the_same_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path, "a.warc.gz")
    made(tmp_path, "b.warc.gz", PAGES[::-1])
    one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    run("--warc", tmp_path, "--output", one)
    run("--warc", tmp_path, "--output", two, "--workers", 2)
    assert len(lines(one)) == 2 * COUNT
    assert one.read_bytes() == two.read_bytes()
    monkeypatch.setattr(extracting, "PIECE", 9000)
    run("--warc", tmp_path, "--output", two)
    assert len(list(extracting._pieces(str(tmp_path / "a.warc.gz")))) > 2
    assert one.read_bytes() == two.read_bytes()


def test_a_run_that_died_goes_on_a_file_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in "abc":
        made(tmp_path, f"{name}.warc.gz")
    whole, out = tmp_path / "whole.jsonl.gz", tmp_path / "out.jsonl.gz"
    run("--warc", tmp_path, "--output", whole)
    read, seen = extracting.extract_piece, []

    def dies(piece: extracting.Piece, selection: Any) -> extracting.Read:
        seen.append(piece.place)
        if len(seen) == 3:
            raise KeyboardInterrupt
        return read(piece, selection)

    monkeypatch.setattr(extracting, "extract_piece", dies)
    with pytest.raises(KeyboardInterrupt):
        run("--warc", tmp_path, "--output", out)
    with out.open("ab") as half:
        half.write(b"what was under way when it died")
    seen.append("goes on")
    assert run("--warc", tmp_path, "--output", out) == 0
    assert seen[4:] == [str(tmp_path / "c.warc.gz")]
    assert gzip.decompress(out.read_bytes()) == gzip.decompress(whole.read_bytes())
    assert not list(tmp_path.glob(".out*"))
    assert "2 of 3 files are in" in capsys.readouterr().err


def test_what_was_begun_with_other_options_is_not_gone_on_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made(tmp_path)
    out = tmp_path / "out.jsonl"

    def dies(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("newscrawl.cli.warc_extraction.Path.unlink", dies)
    with pytest.raises(KeyboardInterrupt):
        run("--warc", tmp_path, "--output", out)
    monkeypatch.undo()
    with pytest.raises(SystemExit):
        run("--warc", tmp_path, "--output", out, "--all")
    assert "begun with other options" in capsys.readouterr().err


def test_bad_files_cost_a_line_each_and_the_rest_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made(tmp_path, "a.warc.gz")
    write(tmp_path / "b.warc.gz", b"no warc")
    write(tmp_path / "c.warc", b"filedesc://c.arc 0.0.0.0 20010101000000 text/plain 76\n")
    write(tmp_path / "d.warc.gz", packed(record("https://afederasi.com/x", b"y"))[:-30])
    made(tmp_path, "e.warc.gz")
    out = tmp_path / "out.jsonl"
    assert run("--warc", tmp_path, "--output", out) == 1
    said = capsys.readouterr().err.splitlines()
    assert len(lines(out)) == 2 * COUNT
    assert [name for name in "abcde" for line in said if f"{name}.warc" in line] == ["b", "c", "d"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--warc", "none.warc.gz", "--output", "o.jsonl"], "there is no such file"),
        (["--warc", ".", "--output", "o.jsonl"], "no WARC file"),
        (["--warc", "."], "--output"),
        (["--warc", ".", "--output", "o.jsonl", "--site", "kompaz"], "Did you mean kompas"),
        (["--warc", ".", "--output", "o.jsonl", "--since", "someday"], "--since"),
    ],
)
def test_wrong_usage_is_one_line(
    words: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as ended:
        run(*words)
    assert ended.value.code == 2
    assert said in capsys.readouterr().err
