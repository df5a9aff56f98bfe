"""What ``newscrawl backfill`` says of a range, and that it goes on where a run ended."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from newscrawl.archive import Archive
from newscrawl.runs.backfill import state
from tests import processes
from tests.crawling import QUICK
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.portal import PortalSite
from tests.patience import patience

FIRST = date(2026, 8, 1)
SPAN = (FIRST, FIRST + timedelta(days=9))
WEEK = {FIRST + timedelta(days=number): 5 for number in range(7)}


def test_days_are_counted_as_done_and_left() -> None:
    seen = state("kabar", "index", SPAN, done=set(WEEK), stored=WEEK, pause=2.0)
    assert (seen.days, seen.done, seen.left, seen.articles) == (10, 7, 3, 35)
    assert seen.a_day == 5
    assert seen.seconds == 3 * (5 + 1) * 2


def test_days_without_articles_count_where_they_are_done() -> None:
    quiet = {FIRST + timedelta(days=number) for number in range(14)}
    assert state("kabar", "index", SPAN, done=quiet, stored=WEEK, pause=1).a_day == 35 / 14


def test_too_few_days_say_nothing_of_a_day() -> None:
    seen = state("kabar", "index", SPAN, done={FIRST}, stored={FIRST: 40}, pause=1)
    assert (seen.a_day, seen.seconds) == (None, None)


@pytest.mark.parametrize("way", ["sitemap", None])
def test_what_is_not_walked_by_days_has_none_left(way: str | None) -> None:
    seen = state("kabar", way, SPAN, done=(), stored=WEEK, pause=1)
    assert (seen.done, seen.left, seen.seconds) == (None, 0, None)


def backfill(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "newscrawl", "backfill", *words, "--data", str(folder / "data")]
    return processes.run(
        command, cwd=folder, capture_output=True, text=True, timeout=patience(60), check=False, env=os.environ
    )


def test_the_command_tells_what_is_left(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "data") as archive:
        for number in range(3):
            archive.mark_day_done("kompas", FIRST + timedelta(days=number))
    told = backfill(tmp_path, "kompas", "--since", "2026-08-01", "--until", "2026-08-10")
    assert told.returncode == 1
    assert told.stdout.splitlines()[3].split()[:6] == ["kompas", "index", "10", "3", "7", "0"]
    assert "7 days of sites are left" in told.stdout
    row = json.loads(
        backfill(tmp_path, "kompas", "--since", "2026-08", "--until", "2026-08-03", "--json").stdout
    )
    assert (row["done"], row["left"]) == (3, 0)


def test_a_plan_needs_no_archive(tmp_path: Path) -> None:
    told = backfill(tmp_path, "kompas", "afederasi", "--since", "2026-08-01", "--until", "2026-08-10")
    assert told.returncode == 1
    assert "afederasi: no source of its file goes back" in told.stdout
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("kompas",), "--since"),
        (("--since", "2026-08-01"), "takes sites"),
        (("kompass", "--since", "2026"), "kompas"),
        (("kompas", "--since", "kapan"), "kapan"),
        (("kompas", "--since", "2026-08-02", "--until", "2026-08-01"), "after"),
    ],
)
def test_what_makes_no_sense_is_named(tmp_path: Path, words: tuple[str, ...], named: str) -> None:
    told = backfill(tmp_path, *words)
    assert told.returncode == 2
    assert named in told.stderr


def test_the_last_day_is_yesterday_unless_said(tmp_path: Path) -> None:
    told = backfill(tmp_path, "kompas", "--since", "3d")
    yesterday = (datetime.now(UTC) + timedelta(hours=7)).date() - timedelta(days=1)
    assert f"to {yesterday}" in told.stdout


NEWEST = datetime(2026, 8, 20, 12, tzinfo=UTC)
SITE_FILE = """
title = "Kabar Uji"
region = "national"
domains = ["kabar.example"]
article_urls = ['/read/(?P<id>\\d+)/']
seen = "2026-08: index"

[[sources]]
way = "index"
url = "https://kabar.example/indeks?date={date:%Y-%m-%d}&page={page}"
links = ".article__list h3 a"
"""


def test_a_run_that_is_broken_off_goes_on_with_the_days_that_are_left(tmp_path: Path) -> None:
    (tmp_path / "data" / "sites").mkdir(parents=True)
    (tmp_path / "data" / "sites" / "uji.toml").write_text(SITE_FILE, encoding="utf-8")
    site = PortalSite("kabar.example", articles=60, newest=NEWEST, gap=timedelta(hours=2), split_every=1000)
    newest = NEWEST.date()
    words = ["uji", "--since", str(newest - timedelta(days=3)), "--until", str(newest - timedelta(days=1))]
    with Newsroom([site]) as newsroom:
        settings = {**QUICK, "NEWSCRAWL_MIRROR": newsroom.address}
        told = [word for name, value in settings.items() for word in ("-s", f"{name}={value}")]
        backfill(tmp_path, *words, "--run", *told, "-s", "CLOSESPIDER_ITEMCOUNT=5")
        begun = json.loads(backfill(tmp_path, *words, "--json").stdout)
        assert 0 < begun["left"] <= 3
        ended = backfill(tmp_path, *words, "--run", *told)
        assert ended.returncode == 0, ended.stderr
        asked = len(newsroom.log.to("kabar.example"))
        done = backfill(tmp_path, *words, "--json")
        assert done.returncode == 0
        assert (json.loads(done.stdout)["done"], json.loads(done.stdout)["articles"]) == (3, 36)
        backfill(tmp_path, *words, "--run", *told)
        assert len(newsroom.log.to("kabar.example")) - asked <= 2
