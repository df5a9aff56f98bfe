"""Chooses the true dates among the evidence. The rules, with examples, are in docs/dates.md."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Literal

from newscrawl.reading.dates import zone_rules
from newscrawl.reading.dates.choosing import choose_modified, choose_published
from newscrawl.reading.dates.conflicts import describe
from newscrawl.reading.dates.evidence import DateEvidence
from newscrawl.reading.dates.readings import Reading, is_possible, read_all, turn_months
from newscrawl.reading.dates.zones import INDONESIAN, load_zone


@dataclass(frozen=True, slots=True)
class ResolvedDates:
    """Published and modified instants, the evidence that won, and what the page disagrees about."""

    published: datetime | None = None
    precision: Literal["second", "minute", "day"] | None = None
    published_from: DateEvidence | None = None
    modified: datetime | None = None
    modified_from: DateEvidence | None = None
    conflict: str | None = None


def resolve(evidence: Sequence[DateEvidence], *, zone: str, fetched_at: datetime | None) -> ResolvedDates:
    """The published and modified instants that ``evidence`` supports.

    ``zone`` is the IANA zone of times that name none, ``fetched_at`` (aware) the moment of the fetch: it
    bounds every date and resolves relative ones, which stay unknown without it. Instants are given in the
    Indonesian zone that their evidence names, else in ``zone``.

    Raises:
        ValueError: ``zone`` is no IANA zone, or ``fetched_at`` is naive.
    """
    local = load_zone(zone)
    readings = read_all(evidence, zone=zone, fetched_at=fetched_at)
    turn_months(readings)
    zone_rules.settle(readings, local, fetched_at)
    readings = [reading for reading in readings if is_possible(reading, fetched_at)]
    winner = choose_published(readings)
    changed = choose_modified(readings, winner)
    modified = _given(changed, local) if changed else None
    modified_from = changed.evidence if changed else None
    if winner is None:
        return ResolvedDates(modified=modified, modified_from=modified_from)
    published = _given(winner, local)
    return ResolvedDates(
        published=published,
        precision=winner.precision if winner.precision != "month" else "day",
        published_from=winner.evidence,
        modified=max(modified, published) if modified else None,
        modified_from=modified_from,
        conflict=describe(winner, readings),
    )


def _given(reading: Reading, zone: tzinfo) -> datetime:
    """The instant as the record gives it: in an Indonesian zone, or else in the publisher's."""
    moment = reading.moment
    if reading.precision != "day":
        return moment if moment.utcoffset() in INDONESIAN else moment.astimezone(zone)
    midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight if moment.utcoffset() in INDONESIAN else midnight.replace(tzinfo=zone)
