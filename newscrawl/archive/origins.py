"""Which of several copies is likely the one the others were taken from."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

_NOT_LETTERS = re.compile(r"[\W_]+")
_ENDINGS = ("id", "com", "co", "news")
_LEAST_NAME = 3


@dataclass(frozen=True, slots=True)
class Copy:
    """What decides about the origin: where the text stood, whom its dateline names, and when.

    ``published_at`` and ``first_seen`` are instants as text that sorts; ``precision`` says how exactly the
    first is known.
    """

    key: int
    id: str
    site: str
    source: str | None
    published_at: str | None
    precision: str | None
    first_seen: str


def likely_origin(copies: Sequence[Copy]) -> Copy:
    """The likely origin among ``copies``.

    First comes the outlet that the datelines of the others name, then whoever names no other outlet, then
    the earliest published, a time known only by its day counting as the end of that day and an unknown one
    as later than all; last the smallest id, so that the same copies always give the same answer.
    """
    named = {_folded(copy.source) for copy in copies if copy.source}
    return min(copies, key=lambda copy: _rank(copy, named))


def _rank(copy: Copy, named: Set[str]) -> tuple[bool, bool, str, str, str]:
    is_named = _folded(copy.site) in named
    credits_other = copy.source is not None and not same_outlet(copy.source, copy.site)
    seen = "" if copy.published_at else copy.first_seen
    return not is_named, credits_other, _published(copy), seen, copy.id


def _published(copy: Copy) -> str:
    if copy.published_at is None:
        return "unknown"
    return f"{copy.published_at[:10]}T24" if copy.precision == "day" else copy.published_at


def same_outlet(one: str, other: str) -> bool:
    """Whether two names are of one outlet: ``ANTARA``, ``Antara News`` and ``antaranews`` are."""
    return _folded(one) == _folded(other)


def _folded(name: str) -> str:
    letters = _NOT_LETTERS.sub("", name.casefold())
    for ending in _ENDINGS:
        if len(letters) >= len(ending) + _LEAST_NAME:
            letters = letters.removesuffix(ending)
    return letters
