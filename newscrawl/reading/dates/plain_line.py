"""The shape of nine date lines in ten, read in one step: '..., 10 Juni 2025 | 07:12 WIB'.

Nothing here is read otherwise than :mod:`newscrawl.reading.dates.grammar` would; it is only read faster.
"""

from __future__ import annotations

from datetime import datetime, tzinfo

from newscrawl.reading.dates.parsed import ParsedDate
from newscrawl.reading.dates.words import MONTH, month_number
from newscrawl.reading.dates.zones import WIB, WIT, WITA, find_zone
from newscrawl.record.pattern import lazy

_LINE = lazy(
    rf"[^0-9]*+([0-9]{{1,2}}) ({MONTH}) ((?:19|20)[0-9]{{2}})[ ,|/()-]{{1,8}}"
    r"([0-9]{1,2})[:.]([0-9]{2})(?::([0-9]{2}))?(?: (wib|wita|wit))?"
)
_ZONES = {"wib": WIB, "wita": WITA, "wit": WIT}


def read(text: str, zone: tzinfo) -> ParsedDate | None:
    """The date of ``text`` (folded) if it has this shape and is possible; None leaves it to the grammar."""
    match = _LINE.fullmatch(text)
    if match is None:
        return None
    day, month, year, hour, minute, second, label = match.groups()
    named = _ZONES[label] if label else find_zone(text)
    try:
        moment = datetime(
            int(year),
            month_number(month),
            int(day),
            int(hour),
            int(minute),
            int(second or 0),
            tzinfo=named or zone,
        )
    except ValueError:
        return None
    return ParsedDate(moment, "second" if second else "minute", named is not None)
