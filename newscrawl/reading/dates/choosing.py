"""Which of the settled readings is the date of publication, and which that of the last change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from newscrawl.reading.dates.evidence import DateOrigin
from newscrawl.reading.dates.readings import Reading, days_apart
from newscrawl.reading.dates.zones import INDONESIAN

_RANK: tuple[DateOrigin, ...] = (
    "rule",
    "visible",
    "json-ld",
    "time-element",
    "meta",
    "hydration",
    "feed",
    "url",
)
"""Whom to believe first: what the reader sees, then what describes this article most closely."""

PAGE_LEVEL = "WebPage."
"""How the detail of JSON-LD begins that describes the page and not the article in it."""

_OTHER_ZONES = (timedelta(hours=1), timedelta(hours=2))
"""How far apart Indonesia's zones are."""


_ONE_MINUTE = timedelta(minutes=1)


def choose_published(readings: Sequence[Reading]) -> Reading | None:
    """The reading that dates the publication, as finely as any that agrees with it; None without one."""
    published = [r for r in readings if r.role == "published"]
    stated = _ranked(r for r in published if r.evidence.origin != "url")
    firm = _without_changes([r for r in stated if not r.relative], readings)
    for reading in firm:
        if not _is_overruled(reading, readings):
            return _finest(_with_zone(reading, firm), firm)
    relative = [r for r in stated if r.relative]
    unsure = _ranked(r for r in readings if r.role == "unknown" and r.evidence.origin != "url")
    coded = [_day_of(r) for r in published if r.evidence.origin == "url"]
    for reading in (*firm, *relative, *unsure):
        if reading.role == "published" or not any(days_apart(reading, day) for day in coded):
            return reading
    return coded[0] if coded else None


def choose_modified(readings: Sequence[Reading], published: Reading | None) -> Reading | None:
    """The reading that dates the last change after the publication; None without one.

    A change before the publication is the work on the draft, and a bare day says nothing about a change
    on the day of publication. Of several changes that one kind of place states the latest is the last.
    """
    changes = [r for r in readings if r.role == "modified"]
    latest = sorted(changes, key=lambda r: r.moment, reverse=True)
    for reading in sorted(latest, key=lambda r: (r.relative, _RANK.index(r.evidence.origin))):
        if published is None or _is_later(reading, published):
            return _finest(reading, [r for r in changes if not r.relative])
    return None


def _ranked(readings: Iterable[Reading]) -> list[Reading]:
    """The most credible first.

    Lines that readers see keep their order, the nearest to the headline first. Among a machine's statements
    of one kind the one that more kinds of places agree with comes first, then that of the article before
    that of the page, a named zone before none, and the earlier before the later.
    """
    given = list(readings)
    return sorted(given, key=lambda r: (_RANK.index(r.evidence.origin), _doubts(r, given)))


def _doubts(reading: Reading, others: Sequence[Reading]) -> tuple[int, bool, bool, datetime] | tuple[()]:
    if reading.shown:
        return ()
    support = {_place(r) for r in others if not days_apart(reading, r)}
    whole_page = reading.evidence.detail.startswith(PAGE_LEVEL)
    return -len(support), whole_page, not reading.named, reading.moment


def _without_changes(firm: Sequence[Reading], readings: Sequence[Reading]) -> list[Reading]:
    """``firm`` without times beside the headline that are the stated change and not the stated publication.

    Two statements of one change may lie some seconds apart: systems write it to two fields in turn.
    """
    timed = [r for r in readings if r.has_clock and not _in_line(r)]
    changes = [r.moment for r in timed if r.role == "modified"]
    stated = [r.moment for r in timed if r in firm]

    def is_change(moment: datetime) -> bool:
        return any(abs(moment - change) < _ONE_MINUTE for change in changes) and any(
            other + _ONE_MINUTE <= moment for other in stated
        )

    published = {moment for moment in stated if not is_change(moment)}
    kept = [
        r
        for r in firm
        if not (_in_line(r) and r.has_clock and is_change(r.moment))
        or any(abs(r.moment - moment) < _ONE_MINUTE for moment in published)
    ]
    # The day that such a <time> shows as its text is the change's, too.
    times = {r.evidence.detail: r for r in readings if r.evidence.origin == "time-element" and r.has_clock}
    gone = {detail: r for detail, r in times.items() if is_change(r.moment)}
    return [r for r in kept if r.has_clock or not _is_text_of(r, gone.get(r.evidence.detail))]


def _in_line(reading: Reading) -> bool:
    """Whether it stands in the lines around the headline, as their text or as an attribute in them."""
    return reading.shown or reading.evidence.origin == "time-element"


def _is_text_of(day: Reading, time: Reading | None) -> bool:
    return time is not None and day.shown and day.moment.date() == time.moment.date()


def _place(reading: Reading) -> str:
    """The kind of place it stands in. The text of a ``<time>`` and its attribute are one place."""
    evidence = reading.evidence
    if evidence.origin == "visible" and evidence.detail.startswith("time"):
        return "time-element"
    return evidence.origin


def _is_overruled(reading: Reading, readings: Sequence[Reading]) -> bool:
    """Whether the rest of the page is against ``reading``, and no other kind of place speaks for its day.

    Two kinds of places that agree on another day are enough: such a date is a teaser's or the template's.
    Against a bare day one earlier time that a machine states is enough: mastheads show the day of the visit.
    """
    stated = [r for r in readings if r.role != "unknown" and not r.relative]
    others = [r for r in stated if _place(r) != _place(reading)]
    if any(not days_apart(reading, other) for other in others):
        return False
    against = [r for r in others if r.role == "published"]
    earlier = [r for r in against if not r.shown and r.has_clock and r.moment < reading.moment]
    if earlier and reading.shown and not reading.has_clock:
        return True
    return any(
        _place(one) != _place(other) and not days_apart(one, other) for one in against for other in against
    )


def _with_zone(reading: Reading, firm: Sequence[Reading]) -> Reading:
    """A time with a named zone in place of one without, where only the country's zones lie between them."""
    if reading.named or not reading.has_clock:
        return reading
    for other in firm:
        if other.named and other.has_clock and abs(other.minute - reading.minute) in _OTHER_ZONES:
            return other
    return reading


def _finest(reading: Reading, others: Sequence[Reading]) -> Reading:
    """The most exact of ``others`` that says the same as ``reading`` and was not found to lie."""
    exact = [r for r in others if r.has_clock and (r.believed or r.role == "modified")]
    if reading.precision == "day" and not reading.relative:
        for other in exact:
            if reading.wall.date() in _days_shown(other, reading):
                return _finest(other, exact)
    if reading.precision == "minute" and not reading.relative:
        for other in exact:
            if other.precision == "second" and other.minute == reading.minute:
                return other
    return reading


def _days_shown(exact: Reading, day: Reading) -> Iterator[date]:
    """The days that a reader may have been shown for an instant: in the zone of ``day``, or in its own.

    A day alone names no zone: east of Jakarta it has begun two hours before.
    """
    if not exact.is_bloggers:
        yield exact.moment.astimezone(day.moment.tzinfo).date()
    if exact.is_bloggers or (exact.named and exact.moment.utcoffset() in INDONESIAN and not day.named):
        yield exact.moment.date()


def _is_later(change: Reading, published: Reading) -> bool:
    """Whether a change lies behind the publication; in its very minute only what readers are shown is one."""
    if change.precision == "day" and not change.relative:
        return change.moment.date() > published.moment.date()
    return change.minute > published.minute or (change.shown and change.minute == published.minute)


def _day_of(reading: Reading) -> Reading:
    """The day alone: the digits of an address are a witness, but no clock."""
    midnight = reading.moment.replace(hour=0, minute=0, second=0, microsecond=0)
    return replace(reading, moment=midnight, precision="day")
