"""Common Crawl's news from a store on loopback: ranges of months and days, lists, files kept or streamed."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("fastwarc")

from hypothesis import given
from hypothesis import strategies as st

from newscrawl.cli.entry import _run
from newscrawl.warc import sources
from newscrawl.warc.cc_news import FIRST, Days
from tests.object_store import BUCKET, running_store, use
from tests.warc.samples import packed, pages, record
from tests.warc.store import Store

PAGES = pages(6)


def name(day: str, number: int) -> str:
    return f"crawl-data/CC-NEWS/{day[:4]}/{day[4:6]}/CC-NEWS-{day}021205-{number:05}.warc.gz"


def warc(*chosen: int) -> bytes:
    return b"".join(packed(record(*PAGES[number])) for number in chosen)


def news() -> dict[str, bytes]:
    files = {
        name("20260801", 1): warc(0),
        name("20260815", 2): warc(1, 2),
        name("20260901", 3): warc(3),
        name("20260902", 4): warc(4, 5),
    }
    for month in ("08", "09"):
        listed = [each for each in files if f"/2026/{month}/" in each]
        files[f"crawl-data/CC-NEWS/2026/{month}/warc.paths.gz"] = gzip.compress("\n".join(listed).encode())
    return files


def run(*words: object) -> int:
    return _run(list(map(str, words)))


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def urls(path: Path) -> list[str]:
    return [each["url"] for each in lines(path)]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("2026-08", [0, 1, 2]),
        ("2026-08..2026-09", [0, 1, 2, 3, 4, 5]),
        ("2026-08-10..2026-09-01", [1, 2, 3]),
        ("2026-09-02", [4, 5]),
    ],
)
def test_a_range_of_months_or_days_is_read_from_its_lists(
    asked: str, expected: list[int], tmp_path: Path
) -> None:
    out = tmp_path / "out.jsonl"
    with Store(news()) as store:
        assert run("extract", "--ccnews", asked, "--root", store.address, "--output", out) == 0
    assert urls(out) == [PAGES[number][0] for number in expected]
    assert lines(out)[0]["warc"]["file"].startswith(store.address)


def test_files_that_are_kept_are_fetched_once(tmp_path: Path) -> None:
    out, kept = tmp_path / "out.jsonl", tmp_path / "kept"
    files = news()
    with Store(files) as store:
        words = ("--ccnews", "2026-08", "--root", store.address, "--keep", kept, "--output", out)
        assert run("extract", *words, "--workers", 2) == 0
        first = store.asked[name("20260801", 1)]
        assert run("extract", *words) == 0
        assert store.asked[name("20260801", 1)] == first
    assert urls(out) == [PAGES[number][0] for number in (0, 1, 2)]
    assert sorted(path.suffix for path in kept.rglob("*") if path.is_file()) == [".gz", ".gz"]
    assert Path(lines(out)[0]["warc"]["file"]).read_bytes() == files[name("20260801", 1)]


def test_a_list_on_this_machine_or_behind_an_address_names_files(tmp_path: Path) -> None:
    out, listed = tmp_path / "out.jsonl", tmp_path / "warc.paths"
    local = tmp_path / "own.warc.gz"
    local.write_bytes(warc(5))
    with Store(news()) as store:
        listed.write_text(f"{name('20260801', 1)}\n\n{local}\n{store.address}{name('20260901', 3)}\n")
        assert run("extract", "--warc", listed, "--root", store.address, "--output", out) == 0
        assert urls(out) == [PAGES[number][0] for number in (0, 5, 3)]
        address = f"{store.address}crawl-data/CC-NEWS/2026/09/warc.paths.gz"
        assert run("extract", "--warc", address, "--output", out) == 0
    assert urls(out) == [PAGES[number][0] for number in (3, 4, 5)]


def test_a_folder_with_the_store_s_paths_is_a_root(tmp_path: Path) -> None:
    for path, data in news().items():
        (tmp_path / "store" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "store" / path).write_bytes(data)
    out = tmp_path / "out.jsonl"
    assert run("extract", "--ccnews", "2026-09", "--root", tmp_path / "store", "--output", out) == 0
    assert urls(out) == [PAGES[number][0] for number in (3, 4, 5)]


def test_articles_go_into_the_archive_by_a_range(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Store(news()) as store:
        words = ("--ccnews", "2026-08..2026-09", "--root", store.address, "--data", tmp_path / "data")
        assert run("import", *words) == 0
    assert "articles: 6 new" in capsys.readouterr().out


def test_a_server_that_is_too_busy_is_asked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "_PAUSES", (0.01, 0.01, 0.01))
    out = tmp_path / "out.jsonl"
    with Store(news(), busy=2) as store:
        assert run("extract", "--ccnews", "2026-08", "--root", store.address, "--output", out) == 0
    assert len(urls(out)) == 3


@pytest.mark.parametrize("heads", [False, True])
def test_a_server_that_is_too_busy_for_one_file_is_asked_again(
    heads: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "_PAUSES", (0.01, 0.01, 0.01))
    out = tmp_path / "out.jsonl"
    lone = name("20260801", 1)
    with Store(news(), busy=3, heads=heads) as store:
        assert run("extract", "--warc", store.address + lone, "--output", out) == 0
    assert len(urls(out)) == 1


def test_a_server_that_is_not_there_and_a_file_that_is_not_there_are_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sources, "_PAUSES", ())
    with Store({}) as store:
        gone = f"{store.address}a.warc.gz"
        assert run("extract", "--warc", gone, "--output", tmp_path / "out.jsonl") == 1
    assert f"{gone}: there is no such file" in capsys.readouterr().err
    nobody = "http://127.0.0.1:9/a.warc.gz"
    assert run("extract", "--warc", nobody, "--output", tmp_path / "out.jsonl") == 1
    said = capsys.readouterr().err.splitlines()[0]
    assert "there is no such file" not in said
    assert said.count(nobody) == 1
    assert "onnect" in said


@pytest.mark.parametrize("keep", [False, True])
def test_what_could_not_be_had_is_asked_for_by_the_same_command(
    keep: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sources, "_PAUSES", ())
    out = tmp_path / "out.jsonl"
    files = news()
    lost = name("20260801", 1)
    kept = files.pop(lost)
    with Store(files) as store:
        words = ["--ccnews", "2026-08", "--root", store.address, "--output", out]
        words += ["--keep", tmp_path / "kept"] if keep else []
        assert run("extract", *words) == 1
        assert "1 of 2 files could not be had" in capsys.readouterr().err
        store.asked.clear()
        files[lost] = kept
        assert run("extract", *words) == 0
        assert store.asked[name("20260815", 2)] == 0
    assert urls(out) == [PAGES[number][0] for number in (1, 2, 0)]
    assert not list(tmp_path.glob(".out*"))


@pytest.mark.parametrize("keep", [False, True])
def test_a_file_that_cannot_be_had_costs_a_line(
    keep: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sources, "_PAUSES", ())
    out = tmp_path / "out.jsonl"
    files = news()
    del files[name("20260801", 1)]
    with Store(files) as store:
        words = ["--ccnews", "2026-08", "--root", store.address, "--output", out]
        assert run("extract", *words, *(["--keep", tmp_path / "kept"] if keep else [])) == 1
    assert len(urls(out)) == 2
    said = [line for line in capsys.readouterr().err.splitlines() if "00001.warc.gz" in line]
    assert len(said) == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--ccnews", "2026"], "'2026' is no range"),
        (["--ccnews", "2026-13"], "'2026-13' is no range"),
        (["--ccnews", "2026-09..2026-08"], "ends before it begins"),
        (["--ccnews", "2015-01"], "with which CC-NEWS begins"),
        (["--ccnews", "2026-10"], "there is no list of files at"),
        (["--warc", "no.paths"], "there is no such file"),
        (["--warc", "bad.paths.gz"], "it is no list of files"),
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
    (tmp_path / "bad.paths.gz").write_bytes(b"\x1f\x8bnothing")
    with Store(news()) as store, pytest.raises(SystemExit) as ended:
        run("extract", *words, "--root", store.address, "--output", "out.jsonl")
    assert ended.value.code == 2
    assert said in capsys.readouterr().err


def test_records_without_a_place_to_go_are_asked_for_one(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run("extract", "--ccnews", "2026-08")
    assert ended.value.code == 2
    assert "extract --ccnews needs --output" in capsys.readouterr().err


def test_an_object_store_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("s3fs", reason="s3fs is not installed (extra s3)")
    files = {f"commoncrawl/{path}": data for path, data in news().items()}
    out = tmp_path / "out.jsonl"
    with Store(files) as store:
        from fsspec.config import conf  # noqa: PLC0415

        monkeypatch.setitem(conf, "s3", {"endpoint_url": store.address.rstrip("/"), "anon": True})
        assert run("extract", "--ccnews", "2026-08", "--root", "s3://commoncrawl", "--output", out) == 0
    assert len(urls(out)) == 3


def test_a_real_s3_server_is_read_kept_imported_and_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, kept, files = tmp_path / "out.jsonl", tmp_path / "kept", news()
    with running_store() as store:
        use(store, monkeypatch)
        for path, content in files.items():
            store.put(path, content)
        words = ("--ccnews", "2026-08", "--root", f"s3://{BUCKET}/", "--output", out)
        assert run("extract", *words) == 0
        assert urls(out) == [PAGES[number][0] for number in (0, 1, 2)]
        assert lines(out)[0]["warc"]["file"] == f"s3://{BUCKET}/{name('20260801', 1)}"
        assert run("extract", *words, "--keep", kept, "--workers", 2) == 0
        data = tmp_path / "data"
        assert run("import", "--ccnews", "2026-08", "--root", f"s3://{BUCKET}/", "--data", data) == 0
        assert run("reread", "--data", data, "--dry-run") == 0
    assert len(urls(out)) == 3
    assert [path.read_bytes() for path in sorted(kept.rglob("*.gz"))] == [
        files[name("20260801", 1)],
        files[name("20260815", 2)],
    ]


@given(st.dates(FIRST, date(2030, 12, 31)), st.dates(FIRST, date(2030, 12, 31)))
def test_a_range_has_its_days_and_no_others(one: date, other: date) -> None:
    first, last = sorted((one, other))
    days = Days.parse(f"{first}..{last}")
    months = list(days.months())
    assert (first.year, first.month) == months[0]
    assert (last.year, last.month) == months[-1]
    assert months == sorted(set(months))
    for day in (first, last):
        assert days.has(f"CC-NEWS-{day:%Y%m%d}000000-1.warc.gz")
    assert days.has("other.warc.gz")
