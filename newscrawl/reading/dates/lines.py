"""Date lines that state more than one date: 'Terbit 2 Mei 2026 10:00 | Diperbarui 3 Mei 2026 08:00'."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Sequence
from datetime import tzinfo
from typing import Literal, NamedTuple

from newscrawl import words
from newscrawl.reading.dates import grammar
from newscrawl.reading.dates.parsed import ParsedDate, UnreadableDateError
from newscrawl.record.pattern import lazy

StatedRole = Literal["published", "modified", "unknown"]

_MODIFIED = words.texts("date_labels", "modified")
_PUBLISHED = words.texts("date_labels", "published")
_INITIALS = "".join(sorted({label[0] for label in (*_MODIFIED, *_PUBLISHED)}))
_LABELS = lazy(
    rf"(?=[{_INITIALS}])(?<![a-z])(?:(?P<modified>{words.tree(_MODIFIED)})(?! oleh| by)"
    rf"|(?P<published>{words.tree(_PUBLISHED)}))(?![a-z])"
)


CHANGED = lazy(
    rf"(?<![^\W_])(?:last |terakhir )?{words.tree(_MODIFIED)}(?![^\W_])(?! oleh| by)", re.IGNORECASE
)
"""The words that call a date one of a change, in a text as found."""


class Statement(NamedTuple):
    """One date of a line and what the line calls it."""

    role: StatedRole
    date: ParsedDate


def states_change(text: str, end: int) -> bool:
    """Whether the first ``end`` characters of ``text`` (folded) call what follows a change."""
    return end > 4 and label(text, 0, end) == "modified"


def read_statements(text: str, zone: tzinfo) -> list[Statement]:
    """Every date with day and year in ``text`` (folded), each under the label nearest before it."""
    days = grammar.find_days(text)
    if not days:
        return []
    ends = [*(day.start for day in days[1:]), len(text)]
    found, behind = [], 0
    for day, end in zip(days, ends, strict=True):
        with contextlib.suppress(UnreadableDateError):
            role = label(text, behind, day.start)
            found.append(Statement(role, grammar.read_moment(text, day, zone, end)))
        behind = day.end
    return found


def published(statements: Sequence[Statement]) -> ParsedDate | None:
    """The first date that is not labelled as a change, else the first."""
    for statement in statements:
        if statement.role != "modified":
            return statement.date
    return statements[0].date if statements else None


def label(text: str, start: int = 0, end: int | None = None) -> StatedRole:
    """What the last label in that part of ``text`` (folded) calls the date behind it."""
    role: StatedRole = "unknown"
    for match in _LABELS.finditer(text, start, len(text) if end is None else end):
        role = "modified" if match["modified"] else "published"
    return role
