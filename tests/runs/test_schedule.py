"""Schedules in the readers' zone become what cron and systemd understand."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.runs.schedule import DAYS, ScheduleError, machine_zone, read_schedule

JAKARTA, UTC_ZONE = "Asia/Jakarta", ZoneInfo("Etc/UTC")
TODAY = date(2026, 8, 17)


def fields(machine: ZoneInfo = UTC_ZONE, **asked: str | None) -> list[str]:
    options = {"at": None, "every": None, "days": None, "zone": JAKARTA} | asked
    return read_schedule(**options).cron(machine, TODAY)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"at": "05:00"}, ["0 22 * * *"]),
        ({"at": "05:00,17:00"}, ["0 10,22 * * *"]),
        ({"at": "05.30"}, ["30 22 * * *"]),
        ({"at": "05:00", "days": "mon-fri"}, ["0 22 * * 0,1,2,3,4"]),
        ({"at": "05:00,17:00", "days": "mon"}, ["0 22 * * 0", "0 10 * * 1"]),
        ({"at": "05:00", "days": "sat-sun"}, ["0 22 * * 5,6"]),
        ({"at": "05:00", "days": "fri-mon"}, ["0 22 * * 0,4,5,6"]),
        ({"at": "05:00", "zone": "Asia/Jayapura"}, ["0 20 * * *"]),
        ({"every": "1m"}, ["* * * * *"]),
        ({"every": "15m"}, ["*/15 * * * *"]),
        ({"every": "1h"}, ["0 * * * *"]),
        ({"every": "12h"}, ["0 5,17 * * *"]),
    ],
)
def test_times_are_those_of_the_machines_clock(asked, expected):
    assert fields(**asked) == expected


def test_a_zone_of_half_hours_is_right_too():
    assert fields(ZoneInfo("Asia/Kolkata"), at="05:00") == ["30 3 * * *"]


def test_nothing_changes_where_the_machine_keeps_the_readers_time():
    assert fields(ZoneInfo(JAKARTA), at="05:00,17:30", days="mon") == ["0 5 * * 1", "30 17 * * 1"]


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ({"at": "25:00"}, "25:00"),
        ({"at": "5"}, "--at 5"),
        ({"at": "05:00", "days": "senin"}, "senin"),
        ({"at": "05:00", "zone": "Asia/Jakata"}, "Asia/Jakata"),
        ({"at": "05:00", "zone": "../etc/passwd"}, "passwd"),
        ({"every": "7m"}, "7m"),
        ({"every": "90m"}, "90m"),
        ({"every": "0m"}, "0m"),
        ({"every": "soon"}, "soon"),
        ({}, "--at"),
        ({"at": "05:00", "every": "1h"}, "--every"),
    ],
)
def test_what_cannot_be_scheduled_is_named(asked, named):
    with pytest.raises(ScheduleError, match=named):
        fields(**asked)


def test_summer_time_of_the_machine_is_noticed():
    schedule = read_schedule(at="05:00", every=None, days=None, zone=JAKARTA)
    assert schedule.moves_with_summer_time(ZoneInfo("Europe/Berlin"), 2026)
    assert not schedule.moves_with_summer_time(ZoneInfo("Asia/Singapore"), 2026)


def test_systemd_is_told_the_zone_itself():
    schedule = read_schedule(at="05:00,17:30", every=None, days="mon,wed", zone=JAKARTA)
    assert schedule.systemd() == [
        "Mon,Wed *-*-* 05:00:00 Asia/Jakarta",
        "Mon,Wed *-*-* 17:30:00 Asia/Jakarta",
    ]


def test_this_machine_says_its_zone():
    assert datetime.now(machine_zone()).utcoffset() is not None


def matches(line: str, moment: datetime) -> bool:
    minute, hour, _, _, days = line.split()
    fits = [
        minute == "*"
        or (minute.startswith("*/") and moment.minute % int(minute[2:]) == 0)
        or minute == str(moment.minute),
        hour == "*" or str(moment.hour) in hour.split(","),
        days == "*" or str((moment.weekday() + 1) % 7) in days.split(","),
    ]
    return all(fits)


@given(
    at=st.sets(st.tuples(st.integers(0, 23), st.sampled_from([0, 7, 30, 59])), min_size=1, max_size=4),
    days=st.one_of(st.none(), st.sets(st.sampled_from(DAYS), min_size=1)),
    zone=st.sampled_from([JAKARTA, "Asia/Makassar", "Asia/Jayapura"]),
    machine=st.sampled_from(["Etc/UTC", "Asia/Kolkata", "America/Phoenix", "Pacific/Auckland", JAKARTA]),
)
def test_cron_starts_when_the_readers_clock_shows_the_time(at, days, zone, machine):
    text = ",".join(f"{hour:02}:{minute:02}" for hour, minute in at)
    schedule = read_schedule(at=text, every=None, days=",".join(days) if days else None, zone=zone)
    lines = schedule.cron(ZoneInfo(machine), TODAY)
    start = datetime(2026, 8, 17, tzinfo=UTC)
    for quarter in range(0, 3 * 24 * 60, 1):
        moment = start + timedelta(minutes=quarter)
        if moment.minute not in (0, 7, 30, 59, 37, 29):
            continue
        local = moment.astimezone(ZoneInfo(zone))
        wanted = (local.hour, local.minute) in at and (days is None or DAYS[local.weekday()] in days)
        assert any(matches(line, moment.astimezone(ZoneInfo(machine))) for line in lines) == wanted
