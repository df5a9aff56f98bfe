"""How far a site's past is stored: the days of a range that are done, those to do, and what they may cost."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

BY_DAY = frozenset(("index", "wordpress", "blogger", "search"))
"""Kinds of sources that go back day by day. Others list everything at once: there is nothing to count."""

DAYS_OF_SAMPLE = 7
"""So many stored days, the fewest that hold every weekday, say how many articles a day has."""


@dataclass(frozen=True, slots=True)
class Backfill:
    """The state of one site in a range of days.

    ``way`` is the kind of source that goes back, None where none that is declared does. ``done`` are days
    that were walked to a confirmed end, None where the way is not walked by days. ``articles`` are those
    stored of the range. ``a_day`` is how many articles the site has a day, and ``seconds`` what the days to
    do take at one request each ``pause`` seconds; both are None where too little is stored to tell.
    """

    site: str
    way: str | None
    days: int
    done: int | None
    articles: int
    a_day: float | None
    seconds: float | None

    @property
    def left(self) -> int:
        """Days to do, as far as days are counted."""
        return 0 if self.done is None else self.days - self.done

    def as_dict(self) -> dict[str, Any]:
        """The state as plain values."""
        return {**asdict(self), "left": self.left}


def state(
    site: str,
    way: str | None,
    span: tuple[date, date],
    *,
    done: Collection[date],
    stored: Mapping[date, int],
    pause: float,
) -> Backfill:
    """The state of ``site`` in ``span``, both ends included.

    ``done`` are the days that need no walk any more, ``stored`` counts articles a day, both of any range:
    how many articles a day has is told by all days that are done, else by all on which some are stored.
    """
    days = list(_days(*span))
    walked = sum(day in done for day in days) if way in BY_DAY else None
    sample = [stored.get(day, 0) for day in done] or list(stored.values())
    a_day = sum(sample) / len(sample) if len(sample) >= DAYS_OF_SAMPLE else None
    articles = sum(stored.get(day, 0) for day in days)
    # A request for each article, and one for the listing of each day.
    known = None if a_day is None or walked is None else (len(days) - walked) * (a_day + 1) * pause
    return Backfill(site, way, len(days), walked, articles, a_day, known)


def _days(first: date, last: date) -> Iterator[date]:
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)
