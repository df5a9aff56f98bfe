"""Kept pages are read again: what a new rule changes is shown, taken, and never an edit of the publisher."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("fastwarc")

from newscrawl.archive import Archive, Selection
from newscrawl.archive.checking import find_damage
from newscrawl.cli.entry import _run
from newscrawl.record.as_json import from_dict
from newscrawl.sites.book import book_of
from newscrawl.warc import rereading
from tests.crawling import crawl
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.portal import PortalSite

HOST = "kabarsemesta.example"
SITE = f"""
title = "Kabar Semesta"
region = "national"
kind = "national"
domains = ["{HOST}"]
sources = [{{ way = "sitemap", url = "https://{HOST}/sitemap.xml" }}]
examples = ["https://{HOST}/daerah/panen-raya-di-desa-sukamaju-tahun-ini"]

[rules]
drop_text = ['.{{1,4000}}']
"""


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("crawled")
    site = PortalSite(HOST, articles=12, splits=["path"], split_every=3)
    with Newsroom([site]) as newsroom:
        done = crawl("site", newsroom.address, folder, arguments={"warc": "1", "url": f"https://{HOST}"})
    assert len(done.records) == 12, done.log
    return folder / "data"


@pytest.fixture
def data(crawled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    shutil.copytree(crawled, tmp_path / "data")
    monkeypatch.setenv("NEWSCRAWL_SITES", "")
    yield tmp_path / "data"
    book_of.cache_clear()


def reread(data: Path, *words: str) -> int:
    return _run(["reread", "--data", str(data), *words])


def records(data: Path) -> dict[str, dict[str, Any]]:
    with Archive.open(data, create=False) as archive:
        assert list(find_damage(archive.database)) == []
        ids = [article_id for (article_id,) in archive.database.all("SELECT id FROM articles")]
        return {article_id: archive.versions(article_id)[-1].record for article_id in ids}


def spoil(data: Path, **fields: Any) -> str:
    """Let the archive hold what a worse reader read of one article; its id."""
    with Archive.open(data) as archive:
        (article_id,) = archive.database.one("SELECT id FROM articles ORDER BY id LIMIT 1") or ("",)
        record = archive.versions(article_id)[-1].record
        with archive.transaction():
            worse = from_dict({**record, **fields})
            archive.past.reread(article_id, {1: worse}, now=worse.fetched_at)  # type: ignore[arg-type]
    return article_id


def test_today_s_reader_finds_what_the_crawl_found(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = records(data)
    assert max(record["pages"] for record in before.values()) > 1
    assert reread(data) == 0
    assert "12; 0 changed, 12 the same" in capsys.readouterr().out
    assert records(data) == before


def test_few_articles_are_held_at_a_time(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rereading, "_BATCH", 5)
    held: list[str] = []
    one = rereading._kept
    monkeypatch.setattr(rereading, "_kept", lambda *words: held.append(words[2]) or one(*words))
    with Archive.open(data) as archive:
        kept = rereading.kept_versions(archive, Selection())
        for number, readings in enumerate(rereading.reread(archive.folder, kept), 1):
            assert len(held) == number
            assert {each.verdict for each in readings} == {"same"}
        assert rereading.count_kept(archive, Selection()) == len(set(held)) == 12


def test_a_dry_run_shows_each_field_and_writes_nothing(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = records(data)
    article_id = spoil(data, title="Judul Yang Salah Dibaca", section=None)
    before = records(data)
    assert reread(data, "--dry-run") == 0
    shown = capsys.readouterr().out.splitlines()
    assert shown[0] == "versions read again: 12; 1 would change, 11 the same, 0 refused, 0 without their page"
    assert "title: 1" in shown
    assert f"  {article_id[:10]} v1: Judul Yang Salah Dibaca -> {good[article_id]['title'][:70]}" in shown
    assert "section: 1" in shown
    assert records(data) == before


def test_a_new_reading_takes_the_place_of_the_old_and_is_no_edit(data: Path) -> None:
    good = records(data)
    article_id = spoil(data, title="Judul Salah", body="Hanya sepotong salinan kalimat ganjil.")
    with Archive.open(data, create=False) as archive:
        assert archive.search(Selection(words="ganjil"), limit=5).total == 1
    assert reread(data) == 0
    assert records(data) == good
    with Archive.open(data, create=False) as archive:
        rows = archive.database.all(
            "SELECT number, read_at FROM versions JOIN articles ON latest = versions.key WHERE id = ?",
            (article_id,),
        )
        assert [number for number, _ in rows] == [1]
        assert rows[0][1]
        assert archive.search(Selection(words="ganjil"), limit=5).total == 0
        word = f'"{good[article_id]["title"]}"'
        assert archive.search(Selection(words=word), limit=5).total == 1
        assert archive.versions(article_id)[0].record["changed"] == []


def test_a_rule_of_a_site_file_is_applied_to_what_was_crawled_before(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "kabarsemesta.toml").write_text(SITE, "utf-8")
    before = records(data)
    assert reread(data, "-s", f"NEWSCRAWL_SITES={own}") == 1
    shown = capsys.readouterr().out
    assert "12 refused" in shown, "the rule drops every line"
    assert records(data) == before


def test_a_reading_that_lost_text_is_refused_unless_forced(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = records(data)
    body = "\n\n".join(next(iter(good.values()))["body"] for _ in range(5))
    article_id = spoil(data, body=body)
    assert reread(data) == 1
    said = capsys.readouterr().out
    assert f"refused: {good[article_id]['url']} version 1: the text has" in said
    assert records(data)[article_id]["body"] == body
    assert reread(data, "--force") == 0
    assert records(data) == good


def test_a_page_that_is_gone_leaves_its_record(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = records(data)
    for path in (data / "warc").rglob("*.warc.gz"):
        path.unlink()
    assert reread(data) == 1
    assert "12 without their page" in capsys.readouterr().out
    assert records(data) == good


def test_processes_read_the_same(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(data, title="Salah")
    reread(data, "--dry-run")
    alone = capsys.readouterr().out
    reread(data, "--dry-run", "--workers", "2")
    assert capsys.readouterr().out == alone


def test_without_kept_pages_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Archive.open(tmp_path).close()
    assert reread(tmp_path) == 1
    assert "no article" in capsys.readouterr().err
