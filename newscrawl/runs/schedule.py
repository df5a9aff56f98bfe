"""When runs start: a schedule in the readers' time zone, and what cron and systemd call it."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_DAY_MINUTES = 24 * 60
_EVERY = re.compile(r"(\d{1,4})(m|h)")
_LOCALTIME = Path("/etc/localtime")
_TIMEZONE = Path("/etc/timezone")


class ScheduleError(ValueError):
    """What was asked for cannot be scheduled; the message names it and says what can."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """Times of day in ``zone``, or a step of minutes below an hour.

    ``days`` are the weekdays (0 is Monday), None for all. ``text`` is how it was asked for.
    """

    text: str
    zone: ZoneInfo
    times: tuple[time, ...] = ()
    step: int | None = None
    days: tuple[int, ...] | None = None

    @property
    def between(self) -> int:
        """The minutes between two starts, the shortest."""
        if self.step:
            return self.step
        minutes = sorted(_minute(at) for at in self.times)
        following = [*minutes[1:], minutes[0] + _DAY_MINUTES]
        return min(later - earlier for earlier, later in zip(minutes, following, strict=True))

    def cron(self, machine: ZoneInfo, today: date) -> list[str]:
        """The five fields of each crontab line, for a machine whose clock shows ``machine``.

        Debian's cron knows one zone, the machine's, and ignores CRON_TZ. So the times are converted, as the
        offsets are on ``today``; a time that falls on another day there moves its weekdays.
        """
        if self.step:
            return [f"{'*' if self.step == 1 else f'*/{self.step}'} * * * *"]
        hours: dict[tuple[int, int], set[int]] = defaultdict(set)
        for at in self.times:
            there = datetime.combine(today, at, self.zone).astimezone(machine)
            moved = (there.date() - today).days if self.days is not None else 0
            hours[moved, there.minute].add(there.hour)
        return [
            f"{minute} {_hours(of_day)} * * {_cron_days(self.days, moved)}"
            for (moved, minute), of_day in sorted(hours.items())
        ]

    def systemd(self) -> list[str]:
        """The OnCalendar values (systemd.time(7)), which may name a zone."""
        days = ",".join(DAYS[day].title() for day in self.days) + " " if self.days is not None else ""
        if self.step:
            return [f"*-*-* *:00/{self.step}:00 {self.zone.key}"]
        return [f"{days}*-*-* {at:%H:%M}:00 {self.zone.key}" for at in self.times]

    def moves_with_summer_time(self, machine: ZoneInfo, year: int) -> bool:
        """Whether the converted times are right for a part of the year only."""
        if self.step:
            return False
        apart = {
            datetime(year, month, 1, 12, tzinfo=self.zone).astimezone(machine).hour for month in range(1, 13)
        }
        return len(apart) > 1


def read_schedule(*, at: str | None, every: str | None, days: str | None, zone: str) -> Schedule:
    """The schedule of ``--at``, ``--every``, ``--days`` and ``--zone``.

    Raises:
        ScheduleError: one of them cannot be read, or not exactly one of ``at`` and ``every`` is given.
    """
    local = read_zone(zone)
    on = _read_days(days) if days else None
    if bool(at) == bool(every):
        raise ScheduleError("one of --at 05:00,17:00 and --every 30m is needed")
    if at:
        return Schedule(f"at {at}", local, times=_read_times(at), days=on)
    assert every is not None
    step = _read_every(every)
    if step < 60 and on is None:
        return Schedule(f"every {every}", local, step=step)
    times = tuple(time(minute // 60, minute % 60) for minute in range(0, _DAY_MINUTES, step))
    return Schedule(f"every {every}", local, times=times, days=on)


def read_zone(name: str) -> ZoneInfo:
    """The time zone of that name; raises ScheduleError."""
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, LookupError):
        raise ScheduleError(f"there is no time zone '{name}'; names look like Asia/Makassar") from None


def machine_zone() -> ZoneInfo:
    """The zone of this machine's clock, which cron goes by: not TZ of the shell that asks.

    Raises:
        ScheduleError: the machine does not say.
    """
    target = str(_LOCALTIME.resolve())
    named = target.partition("/zoneinfo/")[2] if _LOCALTIME.exists() else ""
    if not named and os.access(_TIMEZONE, os.R_OK):
        named = _TIMEZONE.read_text(encoding="utf-8").strip()
    if not named and not _LOCALTIME.exists():
        named = str(UTC)
    if not named:
        raise ScheduleError("this machine does not say its time zone; name it with --machine-zone")
    return read_zone(named)


def _read_times(text: str) -> tuple[time, ...]:
    parts = [part.strip().replace(".", ":") for part in text.split(",")]
    if not all(re.fullmatch(r"([01]?\d|2[0-3]):[0-5]\d", part) for part in parts):
        raise ScheduleError(f"--at {text}: times look like 05:00,17:30")
    return tuple(sorted({time(int(part.split(":")[0]), int(part.split(":")[1])) for part in parts}))


def _read_every(text: str) -> int:
    found = _EVERY.fullmatch(text.strip())
    step = int(found[1]) * (60 if found[2] == "h" else 1) if found else 0
    fits = step and (60 % step == 0 if step < 60 else _DAY_MINUTES % step == 0 and step % 60 == 0)
    if not fits:
        raise ScheduleError(
            f"--every {text}: a step must divide the hour or the day, such as 15m, 30m, 1h, 6h"
        )
    return step


def _read_days(text: str) -> tuple[int, ...]:
    found: set[int] = set()
    for part in text.lower().split(","):
        first, _, last = part.strip().partition("-")
        if first not in DAYS or (last and last not in DAYS):
            raise ScheduleError(f"--days {text}: days look like mon-fri or mon,wed,sun")
        start, end = DAYS.index(first), DAYS.index(last or first)
        found |= {(start + step) % 7 for step in range((end - start) % 7 + 1)}
    return tuple(sorted(found))


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute


def _hours(hours: set[int]) -> str:
    return "*" if len(hours) == 24 else ",".join(map(str, sorted(hours)))


def _cron_days(days: tuple[int, ...] | None, moved: int) -> str:
    """Weekdays as cron counts them, from Sunday."""
    if days is None or len(days) == 7:
        return "*"
    return ",".join(map(str, sorted((day + 1 + moved) % 7 for day in days)))
