"""Three weeks of an hourly crawl of ten sites: nothing is lost, nothing stored twice, every fault said."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.crawling import ROOT
from tests.soak.weeks import CLOCK_AHEAD, CLOCK_BACK, PARTS
from tests.soak.world import BEGIN, HOUR, HOURS, Paper, Story, moved_to, papers

pytestmark = pytest.mark.soak

_IN_TIME = 2
"""So many runs after it begins a fault is said."""

_LAST = 2 * HOUR
"""An article must have been there for so long to be found by an hourly crawl."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    pytest.importorskip("time_machine")
    folder = tmp_path_factory.mktemp("weeks")
    subprocess.run(
        [sys.executable, "-m", "tests.soak.weeks", str(folder)], cwd=ROOT, env=os.environ, check=True
    )
    yield folder


@pytest.fixture(scope="module")
def said(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for part in parts(folder) for line in (part / "said.jsonl").open()]


@pytest.fixture(scope="module")
def stored(folder: Path) -> Counter[int]:
    """How often each story is stored, by its number."""
    return Counter(number_in(url) for url, _ in articles(folder))


def parts(folder: Path) -> list[Path]:
    """What each process left."""
    return [folder / str(part) for part in range(PARTS)]


def articles(folder: Path) -> list[tuple[str, str]]:
    """Address and site of all that is stored."""
    rows: list[tuple[str, str]] = []
    for part in parts(folder):
        with closing(sqlite3.connect(part / "data" / "archive.sqlite")) as archive:
            rows += archive.execute("SELECT url, site FROM articles")
    return rows


def number_in(url: str) -> int:
    """The number of the story at an address of any of the papers."""
    numbers = [
        "".join(filter(str.isdigit, part)) for part in url.replace("=", "/").replace("-", "/").split("/")
    ]
    return max(int(number) for number in numbers if number)


def to_be_found(paper: Paper) -> list[Story]:
    """What was on a site for two hours, one of them before the last crawl."""
    end = BEGIN + (HOURS - 1) * HOUR
    return [
        story
        for story in paper.stories
        if story.born <= end and ((story.gone or end + _LAST) - story.born) >= _LAST
    ]


@pytest.mark.parametrize("paper", papers(), ids=lambda paper: paper.host)
def test_every_article_that_was_there_for_two_hours_is_stored_once(
    paper: Paper, stored: Counter[int]
) -> None:
    numbers = [story.number for story in to_be_found(paper)]
    assert [number for number in numbers if not stored[number]] == []
    if paper.trouble is None or paper.trouble.kind != "moved":  # on its new domain a paper is another site
        assert [number for number in numbers if stored[number] > 1] == []


@pytest.mark.parametrize(
    "paper",
    [paper for paper in papers() if paper.trouble and paper.trouble.said],
    ids=lambda paper: paper.host,
)
def test_every_fault_is_said_within_two_runs(paper: Paper, said: list[dict[str, Any]]) -> None:
    trouble = paper.trouble
    assert trouble is not None
    runs = [
        run
        for run in said
        if run["host"] == paper.host and trouble.hour <= run["hour"] < trouble.hour + _IN_TIME
    ]
    assert any(trouble.said in f"{run['text']} {' '.join(run['failed'])}" for run in runs), runs


def test_quiet_hours_say_nothing(said: list[dict[str, Any]]) -> None:
    """Hardly a run says something when nothing is wrong: what is put off is tried for a day."""
    quiet = {}
    wrong = {*CLOCK_BACK, *CLOCK_AHEAD}
    for paper in papers():
        trouble = paper.trouble
        begin, end = (trouble.hour, trouble.hour + trouble.hours + 24) if trouble else (HOURS, HOURS)
        quiet[paper.host] = {hour for hour in range(HOURS) if not begin <= hour < end} - wrong
    loud = [run for run in said if run["state"] != "fine" and run["hour"] in quiet[run["host"]]]
    assert len(loud) <= len(said) // 500, [(run["hour"], run["host"], run["text"]) for run in loud]


def test_a_paper_that_moved_goes_on_under_its_new_name(stored: Counter[int], folder: Path) -> None:
    moved = next(paper for paper in papers() if paper.trouble and paper.trouble.kind == "moved")
    assert sum(site == moved_to(moved) for _, site in articles(folder)) > 100
