"""The time of day in a date line: 14:30, 14.30, 2.30 siang, 2:30 pm, pukul 14 WIB.

Patterns here match folded text (:mod:`newscrawl.reading.dates.folding`).
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta, tzinfo
from typing import Literal, NamedTuple

from newscrawl.reading.dates.parsed import UnreadableDateError
from newscrawl.reading.dates.words import PASARAN, WEEKDAY
from newscrawl.reading.dates.zones import LABEL, ZONE, read_zone
from newscrawl.record.pattern import lazy


class Clock(NamedTuple):
    """A time of day; ``days`` is 1 for 24:00, which ends the day it is written on."""

    hour: int
    minute: int
    second: int = 0
    microsecond: int = 0
    precision: Literal["second", "minute"] = "minute"
    zone: tzinfo | None = None
    days: int = 0

    def on(self, year: int, month: int, day: int, zone: tzinfo) -> datetime:
        """The instant of this time on that day in ``zone``.

        Raises:
            ValueError: there is no such day.
        """
        moment = datetime(
            year, month, day, self.hour, self.minute, self.second, self.microsecond, tzinfo=zone
        )
        return moment + timedelta(days=1) if self.days else moment


_HALF = r"(?:[ap]\.? ?m(?![a-vx-z])\.?|(?:pagi|siang|sore|petang|malam|subuh|dini ?hari|ptg|pg|mlm)(?![a-z]))"
_DIGITS = (
    r"(?P<hour>[0-9]{1,2})(?P<point> ?: ?|\.)(?P<minute>[0-9]{2})"
    r"(?:(?: ?: ?|\.)(?P<second>[0-9]{2})(?:[.,](?P<fraction>[0-9]{1,9}))?)?(?![0-9])"
)
_TAIL = (
    rf"(?: ?\(?(?P<half>{_HALF}))?(?:[ ,|(\[-]{{0,3}}(?P<zone>{ZONE}))?"
    rf"(?: ?\(?(?P<late_half>{_HALF}))?"
)
_WORDS = (
    r"(?:t|pada|pukul|puk|pkl|pk|jam|at|on|time|waktu|published|m|masehi|hari ini"
    rf"|{LABEL}|{WEEKDAY}{PASARAN})"
)
_HIJRI = r"[0-9]{1,2} [a-z' -]{4,18} 1[345][0-9]{2}(?: ?h(?![a-z]))?"
_JOINT = rf"(?:[^0-9a-z+]{{0,8}}+(?:(?=[a-z]){_WORDS}|{_HIJRI})){{0,3}}[^0-9a-z+]{{0,8}}"
_EARLY = (
    r"(?:[^0-9a-z+]{0,4}+(?=[admps])"
    r"(?P<early_half>[ap]m|pagi|siang|sore|petang|malam|dini ?hari)(?![a-z]))?"
)

_LATER = rf"(?= ?\(?(?:{_HALF}|{LABEL}))"

_AFTER = lazy(_EARLY + rf"(?P<joint>{_JOINT})" + _DIGITS + _TAIL)
_HOUR_ONLY = lazy(
    rf"(?P<joint>{_JOINT})(?:(?P<hour>[0-9]{{1,2}})(?P<minute>[0-5][0-9])?{_LATER}"
    r"|(?:(?<=pukul )|(?<=jam )|(?<=pkl )|(?<=pkl\. ))(?P<named_hour>[0-9]{1,2})(?![0-9]))" + _TAIL
)
_BEFORE = lazy(
    r"(?<![0-9])(?<![0-9][:.])"
    + _DIGITS
    + _TAIL
    + rf"(?:[^0-9a-z+]{{0,6}}(?:tanggal|tgl|hari|on|{WEEKDAY}{PASARAN})){{0,3}}[^0-9a-z+]{{0,6}}$"
)
_LABELLED = lazy(
    r"(?<![a-z])(?:pukul|pkl|jam)[ :.]{0,3}(?=[0-9]{1,2}[:.][0-9]{2})"
    rf"|(?<![0-9:.])(?=[0-9]{{1,2}}[:.][0-9]{{2}}(?:[:.][0-9]{{2}})? ?\(?{LABEL})"
)
_TIME = lazy(_DIGITS + _TAIL)
_COUNT = lazy(r" ?(?:%|persen|ribu|rb|juta|jt|k(?![a-z])|kali|views?|x(?![a-z]))")
_LABEL = lazy(LABEL)


def read_after(text: str, start: int) -> Clock | None:
    """The time that follows a date which ends at ``start``; None where none follows directly.

    Raises:
        UnreadableDateError: a time follows that cannot be.
    """
    match = _AFTER.match(text, start)
    if match:
        return _with_minutes(match, match["joint"], match["early_half"])
    if start < len(text) and (match := _HOUR_ONLY.match(text, start)):
        hour = match["hour"] or match["named_hour"]
        half = match["half"] or match["late_half"]
        zone = _zone(match["zone"], match["joint"])
        return _checked(Clock(int(hour), int(match["minute"] or 0), zone=zone), half)
    return None


def read_before(text: str, end: int) -> Clock | None:
    """The time that stands right before a date which begins at ``end``, as in '10:31 Selasa, 20-10-2020'.

    Raises:
        UnreadableDateError: the time before it cannot be.
    """
    match = _BEFORE.search(text[max(0, end - 60) : end])
    return _with_minutes(match, "", None) if match else None


def read_labelled(text: str, start: int, end: int) -> Clock | None:
    """The first time between ``start`` and ``end`` that says it is one, by its zone or by 'pukul'.

    Raises:
        UnreadableDateError: that time cannot be.
    """
    label = _LABELLED.search(text, start, end)
    match = _TIME.match(text, label.end()) if label else None
    return _with_minutes(match, "", None) if match else None


def _with_minutes(match: re.Match[str], joint: str, early_half: str | None) -> Clock | None:
    hour, point, minute, second, fraction, half, zone, late_half = match.groups()[-8:]
    part = half or late_half or early_half
    if point == "." and not part and _is_number(match, zone, second):
        return None
    micro = int(fraction[:6].ljust(6, "0")) if fraction else 0
    precision: Literal["second", "minute"] = "second" if second else "minute"
    named = _zone(zone, joint) if zone or "w" in joint else None
    return _checked(Clock(int(hour), int(minute), int(second or 0), micro, precision, named), part)


def _is_number(match: re.Match[str], zone: str | None, second: str | None) -> bool:
    """Whether what looks like a dotted time is a number: '12.75', '12.30 ribu'."""
    if zone and _LABEL.match(zone):
        return False
    counts = _COUNT.match(match.string, match.end("second" if second else "minute"))
    return bool(counts) or int(match["hour"]) > 24 or int(match["minute"]) > 59


def _zone(word: str | None, joint: str) -> tzinfo | None:
    """The zone behind the time or between date and time; a 'Z' behind ' T' is a template's letter.

    No serialiser writes a blank before the T: '2016-02-23 T16:00:20Z' is local time with letters around it.
    """
    behind = read_zone(word) if word else None
    if behind is not None and word == "z" and joint.endswith(" t"):
        behind = None
    label = _LABEL.search(joint) if "w" in joint else None
    between = read_zone(label[0]) if label else None
    if between is None or behind is None or between == behind:
        return behind or between
    if not behind.utcoffset(None):
        return between  # a person's label beats a machine's zero
    raise UnreadableDateError(f"two zones for one time: {joint!r} and {word!r}")


def _checked(clock: Clock, half: str | None) -> Clock:
    hour = _full_hour(clock.hour, half) if half else clock.hour
    if hour == 24 and not (clock.minute or clock.second or clock.microsecond):
        return clock._replace(hour=0, days=1)
    if clock.second == 60:  # a leap second belongs to the minute that is printed
        clock = clock._replace(second=59)
    if hour is None or hour > 23 or clock.minute > 59 or clock.second > 59:
        raise UnreadableDateError(f"no such time of day: {clock.hour}:{clock.minute:02} {half or ''}")
    return clock if hour == clock.hour else clock._replace(hour=hour)


_HALVES = {
    "am": (range(12), 0),
    "pm": (range(13, 24), 12),
    "dinihari": (range(7), 0),
    "subuh": (range(7), 0),
    "pagi": (range(12), 0),
    "siang": (range(9, 17), 12),
    "sore": (range(13, 20), 12),
    "petang": (range(13, 20), 12),
    "malam": (range(17, 24), 12),
}
"""Part of the day to the hours (of 24) it covers, and what the hours of a twelve-hour clock lack."""

_SHORT_HALVES = {"ptg": "petang", "pg": "pagi", "mlm": "malam"}
"""How Malay papers shorten the parts of the day."""


def _full_hour(hour: int, half: str) -> int | None:
    """``hour`` on a 24-hour clock; None where the part of the day does not fit ('14.30 pagi').

    '12.30 malam' is refused: it may be the night before or the night after the date.
    """
    part = half.replace(".", "").replace(" ", "")
    part = _SHORT_HALVES.get(part, part)
    hours, shift = _HALVES[part]
    if part == "malam" and hour in (1, 2, 3):
        return hour
    if hour == 12:
        return {"am": 0, "pm": 12, "subuh": 0, "dinihari": 0, "siang": 12}.get(part)
    if hour in hours:
        return hour
    return hour + shift if hour + shift in hours else None
