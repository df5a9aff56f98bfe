"""One alarm, and the words that numbers in it are told with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

SIGMAS = 3.0
"""So many times its usual scatter a number must be off."""

UNLEARNED = timedelta(days=14)
"""For so long a run that raised an alarm does not teach what is usual."""


@dataclass(frozen=True, slots=True)
class Alarm:
    """Something about a site that changed. ``measure`` names what, ``text`` says it to people."""

    measure: str
    text: str


def percent(share: float) -> str:
    """A share such as 12 %."""
    return f"{100 * share:.0f} %"


def day_of(moment: datetime) -> str:
    """A day such as 4 Nov."""
    return f"{moment.day} {moment:%b}"


def span(age: timedelta) -> str:
    """A length of time in the unit that fits it."""
    hours = age.total_seconds() / 3600
    if hours < 2:
        return f"{60 * hours:.0f} minutes"
    return f"{hours:.0f} hours" if hours < 72 else f"{hours / 24:.0f} days"


def articles_of(count: int) -> str:
    """1 article, 2 articles."""
    return f"{count} article{'' if count == 1 else 's'}"
