"""What the sources of a page disagree about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from newscrawl.reading.dates.readings import Reading, days_apart

_HOUR = timedelta(hours=1)
_WIDEST_SHIFT = timedelta(hours=14)


def describe(winner: Reading, readings: Sequence[Reading]) -> str | None:
    """Which statements of the publication differ from ``winner`` by more than a day or by whole hours.

    A named zone is taken at its word here, also where it was found to be false: that is the disagreement.
    The time of day coded in an address is not compared.
    """
    notes = [
        note
        for reading in readings
        if reading.role == "published" and not reading.relative
        for note in [_difference(winner, reading)]
        if note
    ]
    return "; ".join(dict.fromkeys(notes)) or None


def _difference(winner: Reading, reading: Reading) -> str | None:
    stated = replace(reading, moment=reading.stated) if reading.stated else reading
    says = f"{reading.evidence.origin} {reading.evidence.detail} says {_written(stated)}".replace("  ", " ")
    if days_apart(winner, stated):
        days = (stated.moment.date() - winner.moment.date()).days
        return f"{says}, {_count(abs(days), 'day')} {'later' if days > 0 else 'earlier'}"
    if not (winner.has_clock and stated.has_clock) or reading.evidence.origin == "url":
        return None
    shift = stated.minute - winner.minute
    if not shift or shift % _HOUR or abs(shift) > _WIDEST_SHIFT:
        return None
    hours = _count(abs(shift) // _HOUR, "whole hour")
    return f"{says}, {hours} {'later' if shift > timedelta() else 'earlier'}"


def _count(number: int, unit: str) -> str:
    return f"{number} {unit}{'' if number == 1 else 's'}"


def _written(reading: Reading) -> str:
    return reading.moment.isoformat() if reading.has_clock else reading.moment.date().isoformat()
