"""Honest: a crawl for a part says nothing of the whole, and one into the past ends where a site begins."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.crawling import crawl
from tests.promises.test_a_listing_is_followed_to_its_end import EMPTY, SITE
from tests.promises.test_never_fine_when_it_is_not import visit
from tests.promises.village import ROOT, Village, slug, story, with_feed


def counts(folder: Path) -> dict[str, Any]:
    """What the last run counted."""
    with closing(sqlite3.connect(folder / "data" / "archive.sqlite")) as archive:
        (kept,) = archive.execute("SELECT counts FROM runs ORDER BY rowid DESC LIMIT 1").fetchone()
    counted: dict[str, Any] = json.loads(kept)
    return counted


def walks_ended(folder: Path) -> int:
    with closing(sqlite3.connect(folder / "data" / "archive.sqlite")) as archive:
        (ended,) = archive.execute("SELECT count(ended_at) FROM walks").fetchone()
    return int(ended)


@pytest.mark.parametrize(
    "arguments",
    [
        {"limit": "2"},
        {"since": "2026-08-01"},
        {"until": "2026-08-31"},
        {"query": "panen"},
        {"sections": "daerah"},
        {"fresh": "1"},
    ],
    ids=lambda arguments: next(iter(arguments)),
)
def test_a_narrowed_crawl_is_none_for_all_that_is_new(arguments: dict[str, str], tmp_path: Path) -> None:
    with Village(with_feed(range(5))) as village:
        visit(village, tmp_path, **arguments)
    assert counts(tmp_path)["newscrawl/measure/complete"] == 0
    assert arguments == {"fresh": "1"} or walks_ended(tmp_path) == 0


def test_a_list_of_addresses_is_none_for_all_that_is_new(tmp_path: Path) -> None:
    listed = tmp_path / "urls.txt"
    listed.write_text(f"{ROOT}/berita/{slug(1)}\n")
    with Village(with_feed(range(5))) as village:
        visit(village, tmp_path, urls=str(listed))
        assert counts(tmp_path)["newscrawl/measure/complete"] == 0
        visit(village, tmp_path)
    assert counts(tmp_path)["newscrawl/measure/complete"] == 1
    assert walks_ended(tmp_path) > 0


def test_a_source_is_given_up_where_its_past_begins(tmp_path: Path) -> None:
    sites = tmp_path / "data" / "sites"
    sites.mkdir(parents=True)
    (sites / "lembang.toml").write_text(SITE)
    links = story(3)
    with Village({"/indeks": EMPTY, f"/berita/{slug(3)}": links}) as village:
        done = crawl(
            "lembang",
            village.address,
            tmp_path,
            arguments={"since": "2025-06-01", "until": "2026-08-15"},
        )
        days = {path.partition("tanggal=")[2][:10] for path in village.asked() if "tanggal=" in path}
    assert done.lines_about("90 days without an article; going back no further")
    assert 90 <= len(days) <= 92
    assert min(days) >= "2026-05-16"
    assert counts(tmp_path)["newscrawl/discovery/barren"] >= 1
