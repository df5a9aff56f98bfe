"""In which zone each statement of a page stands: labels beat guesses, and false labels are found out.

Indonesian systems often write local time under a UTC label. What the reader sees is the witness: a
machine's time that shows the same hands under another zone is the same time mislabelled.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta, tzinfo

from newscrawl.reading.dates.evidence import DateOrigin
from newscrawl.reading.dates.readings import CLOCK_SKEW, Reading
from newscrawl.reading.dates.zones import INDONESIAN

_Source = tuple[DateOrigin, timedelta | None]
"""Kind of place, and the offset it writes: a system that labels one time falsely labels all so."""


def settle(readings: Sequence[Reading], zone: tzinfo, fetched_at: datetime | None) -> None:
    """Move readings into the zone they are really in; ``zone`` is the publisher's."""
    machines = [r for r in readings if not r.shown and r.evidence.origin != "url" and r.has_clock]
    named = [r for r in machines if r.named]
    shifted = [r for r in named if _is_shifted(r, named, zone)]
    true = {_source(r) for r in named if r not in shifted and r.role == "published"}
    false: dict[_Source, tzinfo] = {_source(r): zone for r in shifted if _source(r) not in true}
    for machine in shifted:
        machine.move_to(zone)
    witnesses = _witnesses(readings)
    for machine in named:
        source = _source(machine)
        truth = (
            _found_out(machine, witnesses)
            or _contradicted(machine, named, witnesses, zone)
            or _ahead_of_time(machine, zone, fetched_at)
        )
        if truth is not None:
            false[source] = truth
            machine.move_to(truth)
    for machine in named:
        if _source(machine) in false and not any(machine.minute == w.minute for w in witnesses):
            machine.move_to(false[_source(machine)])
    # What another place says in the same words is as false.
    lies = {r.stated: r.moment.tzinfo for r in named if not r.believed}
    for machine in named:
        if machine.believed and machine.stated in lies:
            machine.move_to(lies[machine.stated])
    _lend(readings, [r for r in machines if not r.named])
    _follow(readings)


def _is_shifted(machine: Reading, named: Sequence[Reading], zone: tzinfo) -> bool:
    """Whether a time under a foreign label is another of the same role, to the second, in local hands.

    A plugin writes the true time and the theme the local one, both under one label; their other times are
    judged for themselves. A place with no true time of publication beside the shifted one is wrong in all.
    """
    if machine.moment.utcoffset() in INDONESIAN or machine.precision != "second":
        return False
    true = machine.moment.replace(tzinfo=zone)
    return any(other.role == machine.role and other.moment == true for other in named)


def _source(reading: Reading) -> _Source:
    return reading.evidence.origin, reading.moment.utcoffset()


def _witnesses(readings: Sequence[Reading]) -> list[Reading]:
    """What a reader sees; the times coded in the address where the page shows none."""
    shown = [r for r in readings if r.shown and r.has_clock]
    return shown or [r for r in readings if r.evidence.origin == "url" and r.has_clock]


def _found_out(machine: Reading, witnesses: Sequence[Reading]) -> tzinfo | None:
    """The true zone of a machine's time whose hands a witness shows under another zone.

    The label on the page is believed over the machine's. A line without a label takes the machine's zone
    where that is one of Indonesia's or Blogger's, and convicts it of a false label where it is not.
    """
    offset = machine.moment.utcoffset()
    if any(machine.minute == witness.minute for witness in witnesses):
        return None
    for witness in witnesses:
        if offset == witness.moment.utcoffset() or machine.wall != witness.wall:
            continue
        if witness.named or (offset not in INDONESIAN and not machine.is_bloggers):
            return witness.moment.tzinfo
        witness.move_to(machine.moment.tzinfo)
        witness.named = True
    return None


def _contradicted(
    machine: Reading, named: Sequence[Reading], witnesses: Sequence[Reading], zone: tzinfo
) -> tzinfo | None:
    """The zone of hands that another machine's time shows under another label: one label must be false.

    The one that is Indonesia's is believed. Where neither is, and no witness speaks for either, the hands
    are local time.
    """
    offset = machine.moment.utcoffset()
    if offset in INDONESIAN or any(machine.minute == witness.minute for witness in witnesses):
        return None
    for other in named:
        if other.wall == machine.wall and other.moment.utcoffset() != offset:
            return other.moment.tzinfo if other.moment.utcoffset() in INDONESIAN else zone
    return None


def _ahead_of_time(machine: Reading, zone: tzinfo, fetched_at: datetime | None) -> tzinfo | None:
    """``zone`` for a time that lies ahead of the fetch as labelled, and behind it as local time."""
    if fetched_at is None or machine.moment.utcoffset() in INDONESIAN:
        return None
    latest = fetched_at + CLOCK_SKEW
    local = machine.moment.replace(tzinfo=zone)
    return zone if local <= latest < machine.moment else None


def _lend(readings: Sequence[Reading], unnamed: Sequence[Reading]) -> None:
    """Give machine times without a zone the one in which a named time of the page shows the same hands: one
    of Indonesia's, or whichever a reader sees ("10:27 GMT").

    What holds for one statement of a place holds for all that the place writes without a zone.
    """
    stated = (r for r in readings if r.named and r.has_clock)
    named = {r.wall: r for r in stated if r.shown or r.moment.utcoffset() in INDONESIAN}
    lent = {r.evidence.origin: named[r.wall].moment.tzinfo for r in unnamed if r.wall in named}
    for reading in unnamed:
        zone = lent.get(reading.evidence.origin)
        if zone is not None:
            reading.move_to(zone)


def _follow(readings: Sequence[Reading]) -> None:
    """Put a change that is shown without a zone into the one zone of Indonesia that all of the page names."""
    named = [r for r in readings if r.named and r.has_clock]
    zones = {r.moment.utcoffset() for r in named}
    if len(zones) == 1 and not zones.isdisjoint(INDONESIAN):
        for reading in readings:
            if reading.shown and reading.role == "modified" and reading.has_clock and not reading.named:
                reading.move_to(named[0].moment.tzinfo)
