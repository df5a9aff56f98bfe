"""Which jobs are alike, which may not run together, and how a range is cut."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("procrastinate", reason="the extra workers is not installed")

from newscrawl.fleet.crawling import again
from newscrawl.fleet.jobs import CrawlJob, parts
from newscrawl.record.outcome import Outcome

DAYS = st.dates(date(2000, 1, 1), date(2030, 12, 31))


@given(DAYS, st.integers(0, 800), st.sampled_from(["day", "week", "month", "year"]))
def test_the_parts_of_a_range_are_the_range(first: date, days: int, span) -> None:
    last = first + timedelta(days=days)
    ranges = list(parts(first, last, span))
    assert ranges[0][0] == first
    assert ranges[-1][1] == last
    assert all(begin <= end for begin, end in ranges)
    assert [later[0] - earlier[1] for earlier, later in pairwise(ranges)] == [timedelta(days=1)] * (
        len(ranges) - 1
    )


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        ("month", [("2025-11-20", "2025-11-30"), ("2025-12-01", "2025-12-31"), ("2026-01-01", "2026-01-05")]),
        ("year", [("2025-11-20", "2025-12-31"), ("2026-01-01", "2026-01-05")]),
    ],
)
def test_parts_are_those_of_the_calendar(span, expected: list[tuple[str, str]]) -> None:
    ranges = parts(date(2025, 11, 20), date(2026, 1, 5), span)
    assert [(str(begin), str(end)) for begin, end in ranges] == expected


def test_weeks_begin_on_monday() -> None:
    ranges = list(parts(date(2026, 1, 7), date(2026, 1, 25), "week"))
    assert [begin.weekday() for begin, _ in ranges] == [2, 0, 0]


def test_jobs_that_would_do_the_same_have_one_key() -> None:
    one = CrawlJob("kabar", {"since": "2026", "limit": "3"}, 60.0, "news")
    assert one.key == CrawlJob("kabar", {"limit": "3", "since": "2026"}).key
    assert one.key != CrawlJob("kabar", {"since": "2025", "limit": "3"}).key
    assert one.key != CrawlJob("warta", {"since": "2026", "limit": "3"}).key


def test_a_job_is_what_its_facts_say() -> None:
    job = CrawlJob("kabar", {"since": "2026"}, 60.0, "news")
    assert CrawlJob.of(job.facts()) == job


@pytest.mark.parametrize(
    ("job", "hosts"),
    [
        (CrawlJob("site:https://www.kabar.example/berita"), {"kabar.example"}),
        (CrawlJob("site:https://kabar.example", {"from": "wayback"}), {"web.archive.org"}),
        (CrawlJob("afederasi", {"from": "commoncrawl"}), {"index.commoncrawl.org"}),
        (CrawlJob("afederasi"), {"afederasi.com"}),
        (CrawlJob("one-written-in-python"), {"one-written-in-python"}),
    ],
    ids=["any site", "wayback", "common crawl", "publisher", "spider"],
)
def test_a_job_keeps_the_hosts_that_it_asks(job: CrawlJob, hosts: set[str]) -> None:
    assert job.hosts == hosts
    assert job.lock in hosts


def seconds(job: CrawlJob, outcome: Outcome, failures: int = 0) -> float | None:
    later = again(job, outcome, failures)
    return None if later is None else later.seconds


ASKED, DUE = CrawlJob("kabar"), CrawlJob("kabar", schedule="news")


def test_what_ended_well_is_done() -> None:
    assert seconds(ASKED, Outcome("kabar", "fine", stats={"finish_reason": "finished"})) is None
    assert seconds(ASKED, Outcome("kabar", "alarm", alarms=("none today",))) is None


def test_what_a_signal_ended_goes_on_at_once() -> None:
    assert seconds(DUE, Outcome("kabar", "fine", stats={"finish_reason": "shutdown"})) == 0


def test_a_site_that_is_held_is_tried_for_ever_and_counts_as_no_failure() -> None:
    later = again(DUE, Outcome("kabar", "held", "kabar is being crawled"), 99)
    assert later is not None
    assert not later.counted


def test_storage_that_fails_is_tried_for_some_time() -> None:
    outcome = Outcome("kabar", "storage", "the archive could not be used")
    pauses = [seconds(DUE, outcome, failures) for failures in range(7)]
    assert pauses == sorted(pauses)  # type: ignore[type-var]
    assert seconds(DUE, outcome, 7) is None


def test_a_site_that_fails_is_tried_again_only_where_no_time_is_near_at_which_it_is_due() -> None:
    outcome = Outcome("kabar", "failed", "every listing failed")
    assert seconds(DUE, outcome) is None
    assert seconds(ASKED, outcome) == 300
    assert seconds(ASKED, outcome, 2) is None
