"""When a schedule was due last."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("procrastinate", reason="the extra workers is not installed")

from newscrawl.fleet.schedules import Planned, last_due
from newscrawl.runs.schedule import read_schedule

MOMENTS = st.integers(0, 4_000_000_000).map(lambda second: datetime.fromtimestamp(second, UTC))
SCHEDULES = st.sampled_from(
    [
        read_schedule(at=None, every="15m", days=None, zone="Asia/Jakarta"),
        read_schedule(at=None, every="6h", days=None, zone="Asia/Jayapura"),
        read_schedule(at="05:00,17:30", every=None, days="mon-fri", zone="Asia/Jakarta"),
        read_schedule(at="23:59", every=None, days="sun", zone="Asia/Makassar"),
    ]
)


@given(SCHEDULES, MOMENTS)
def test_what_was_due_last_is_not_ahead_and_due_itself(schedule, now: datetime) -> None:
    due = last_due(schedule, now)
    assert now - timedelta(days=8) < due <= now
    assert last_due(schedule, due) == due


@pytest.mark.parametrize(
    ("times", "now", "due"),
    [
        ({"every": "15m"}, "2026-08-12T10:29:59+07:00", "2026-08-12T10:15:00+07:00"),
        ({"every": "6h"}, "2026-08-12T05:59:00+07:00", "2026-08-12T00:00:00+07:00"),
        ({"at": "05:00,17:30"}, "2026-08-12T04:59:00+07:00", "2026-08-11T17:30:00+07:00"),
        ({"at": "05:00", "days": "mon"}, "2026-08-12T12:00:00+07:00", "2026-08-10T05:00:00+07:00"),
        ({"at": "05:00", "zone": "Asia/Jayapura"}, "2026-08-12T03:30:00+07:00", "2026-08-12T05:00:00+09:00"),
    ],
    ids=["a step", "hours", "the day before", "weekday", "zone"],
)
def test_due_times_are_those_of_the_zone(times: dict[str, str], now: str, due: str) -> None:
    planned = Planned("news", {"sites": ["kabar"]}, times)
    assert last_due(planned.schedule, datetime.fromisoformat(now)) == datetime.fromisoformat(due)


def test_each_site_has_nearly_the_time_between_two_starts() -> None:
    planned = Planned("news", {"sites": []}, {"every": "15m"}, {"limit": "9"})
    (job,) = planned.jobs(["kabar"])
    assert (job.site, job.budget, job.arguments, job.schedule) == ("kabar", 810, {"limit": "9"}, "news")
    assert Planned("news", {"sites": []}, {"every": "12h"}).jobs(["kabar"])[0].budget == 3600


def test_a_schedule_is_what_its_facts_say() -> None:
    planned = Planned("news", {"sites": [], "all": True}, {"every": "15m"}, {"limit": "9"}, 60.0)
    assert Planned.of("news", planned.facts()) == planned
