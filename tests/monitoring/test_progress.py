"""How far a run is: rows from statistics, and what is shown of them."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta

import pytest

from newscrawl.engine.watching.progress import Row, duration, plain_line, row_of, screen_of

NOW = datetime(2026, 8, 17, 5, 0, tzinfo=UTC)


def row(site: str = "warta", state: str = "crawling", **fields: float) -> Row:
    given = {"articles": 10, "per_minute": 20.0, "queued": 5, "failed": 1, "left": 30.0} | fields
    return Row(site, state, **given)  # type: ignore[arg-type]


def test_the_time_left_is_what_is_queued_at_the_pace_so_far():
    stats = {
        "start_time": NOW - timedelta(seconds=60),
        "newscrawl/articles": 30,
        "response_received_count": 40,
        "newscrawl/failed/http-404": 2,
    }
    assert row_of("warta", stats, queued=20, now=NOW) == Row("warta", "crawling", 30, 30.0, 20, 2, 30.0)


def test_a_site_that_has_ended_has_nothing_left():
    stats = {"start_time": NOW - timedelta(seconds=9), "finish_time": NOW, "finish_reason": "finished"}
    assert row_of("warta", stats, queued=3, now=NOW + timedelta(hours=1)).left is None
    assert row_of("warta", {}, queued=0, now=NOW) == Row("warta", "starting", 0, 0.0, 0, 0, None)


def test_one_plain_line_tells_of_all_sites():
    rows = [row(), row("kabar", left=400.0), row("suara", "finished", per_minute=9.0, queued=0)]
    assert plain_line(rows, waiting=4) == (
        "1 of 7 sites done, 30 articles (40 a minute), 10 requests queued, 3 failed, about 7 min left"
    )


@pytest.mark.parametrize(("seconds", "text"), [(45, "45 s"), (100, "2 min"), (9000, "2.5 h")])
def test_a_length_of_time_is_said_as_people_say_it(seconds, text):
    assert duration(seconds) == text


def test_a_terminal_shows_as_many_sites_as_fit_and_counts_the_rest():
    console = pytest.importorskip("rich.console")
    rows = [row(f"site{number:03}") for number in range(150)]
    shown = console.Console(file=io.StringIO(), width=200)
    shown.print(screen_of(rows, waiting=3))
    lines = shown.file.getvalue().splitlines()
    assert len(lines) < 40
    assert "site000" in lines[3]
    assert lines[-1].startswith("120 more sites have no room here; 0 of 153 sites done")
