"""Reads one date string."""

from __future__ import annotations

from datetime import datetime, tzinfo

from newscrawl.reading.dates import grammar, last_resort, lines, machine, plain_line, relative, yearless
from newscrawl.reading.dates.folding import fold
from newscrawl.reading.dates.parsed import ParsedDate, UnreadableDateError
from newscrawl.reading.dates.words import MONTH, MONTH_INITIALS, month_number
from newscrawl.reading.dates.zones import find_zone, load_zone
from newscrawl.record.pattern import lazy

_MONTH_ONLY = lazy(
    rf"(?=[0-9{MONTH_INITIALS}])(?<![0-9] )(?<![0-9a-z])(?<![0-9][-/.])"
    rf"(?:(?P<word>{MONTH})[-/ .,]{{1,2}}|(?P<number>[01]?[0-9])/)(?P<year>(?:19|20)[0-9]{{2}})(?![0-9])"
)
_SECOND_DATE = 13
"""Bound: characters that a second date with its label takes at the least; it spares the search for one."""


def parse(text: str, *, zone: str = "Asia/Jakarta", now: datetime | None = None) -> ParsedDate | None:
    """The date that ``text`` states, or None where it states none or one that cannot be known.

    ``zone`` is the IANA zone of times that name none. ``now`` (aware) is the moment the text was fetched;
    without it relative ('2 jam lalu') and yearless ('Selasa (20/1)') dates stay unknown. Text that is
    impossible (31 Februari) or ambiguous is never bent into a date. Of several dates in one line the
    first counts that is not labelled as a change ('Diperbarui').

    Raises:
        ValueError: ``zone`` is no IANA zone, or ``now`` is naive.
    """
    if now is not None and now.tzinfo is None:
        raise ValueError(f"now must be an aware datetime: {now!r}")
    local = load_zone(zone)
    try:
        found = machine.read(text.strip(), local) or _read_line(text, local, now)
    except UnreadableDateError:
        return None
    return None if found is None or is_placeholder(found.instant) else found


def parse_all(text: str, *, zone: str, now: datetime | None) -> list[lines.Statement]:
    """Every date that a line states, each with the role that the line itself gives it.

    Arguments and errors are those of :func:`parse`. Where dates with day and year stand in the line only
    they are returned; else the one date that :func:`parse` reads.
    """
    local, folded = load_zone(zone), fold(text)
    if folded is not None and not machine.is_machine_date(text.strip()):
        stated = lines.read_statements(folded, local)
        if stated:
            return [one for one in stated if not is_placeholder(one.date.instant)]
    found = parse(text, zone=zone, now=now)
    return [lines.Statement(lines.label(folded or ""), found)] if found else []


def is_placeholder(moment: datetime) -> bool:
    """Whether ``moment`` is the zero of Unix time, in any zone: an empty field and no date."""
    if abs(moment.year - 1970) > 1:
        return False
    local_zero = (moment.month, moment.day, moment.minute) == (1, 1, 0) and moment.hour in (0, 7, 8, 9)
    return moment.timestamp() == 0 or (moment.year == 1970 and local_zero)


def _read_line(text: str, zone: tzinfo, now: datetime | None) -> ParsedDate | None:
    folded = fold(text)
    if folded is None:
        return None
    plain = plain_line.read(folded, zone)
    if plain is not None:
        return plain
    day = grammar.first_day(folded)
    if day is not None:
        if len(folded) - day.end > _SECOND_DATE and lines.states_change(folded, day.start):
            return lines.published(lines.read_statements(folded, zone))
        return grammar.read_moment(folded, day, zone, len(folded))
    if now is not None:
        found = yearless.read(folded, zone, now) or relative.read(folded, zone, now)
        if found is not None:
            return found
    return last_resort.read(folded, zone) or _read_month(folded, zone)


def _read_month(folded: str, zone: tzinfo) -> ParsedDate | None:
    match = _MONTH_ONLY.search(folded)
    if match is None:
        return None
    month = month_number(match["word"]) if match["word"] else int(match["number"])
    if not 1 <= month <= 12:
        return None
    named = find_zone(folded)
    first = datetime(int(match["year"]), month, 1, tzinfo=named or zone)
    return ParsedDate(first, "month", named is not None)
