"""What of a publisher's facts no longer holds: dead ways, strange answers, patterns that are too narrow.

The crawl goes on by other ways and may well be fine; but nobody would mend the facts if it said nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from newscrawl.discovery.source import Source
from newscrawl.record.reasons import Reason

GONE: frozenset[Reason] = frozenset({"http-404", "dns", "moved", "offsite", "not-html"})
"""Reasons for which a listing fails that do not pass by themselves, as an overloaded server's do."""

_FEWEST_THROWN = 3
_THROWN_SHARE = 0.5
"""Feeds also name photos and videos, which a publisher's patterns leave out on purpose. So it takes several,
and half of what one names."""


@dataclass(slots=True)
class _Kept:
    kept: int = 0
    thrown: Counter[str] = field(default_factory=Counter)
    example: str = ""


class Troubles:
    """Notes what of a publisher's facts does not hold, and says it in words, each under its measure."""

    def __init__(self) -> None:
        self._kept: dict[str, _Kept] = {}
        self._dead: dict[str, str] = {}
        self._alive: set[str] = set()

    def keep(self, source: Source) -> None:
        """An address that ``source`` names counts as an article's."""
        self._of(source).kept += 1

    def throw(self, source: Source, url: str, pattern: str) -> None:
        """An address that ``source`` names, which names nothing but articles, is none's by ``pattern``."""
        kept = self._of(source)
        kept.thrown[pattern] += 1
        kept.example = kept.example or url

    def answered(self, source: Source) -> None:
        """A listing of ``source`` was read."""
        self._alive.add(source.address())

    def failed(self, source: Source, reason: Reason) -> None:
        """The first listing of a walk could not be had."""
        if reason in GONE:
            self._dead.setdefault(_name(source), reason)

    def unreadable(self, source: Source, why: str) -> None:
        """A listing was something else than it ought to be."""
        self._dead.setdefault(_name(source), why)

    def texts(self, site: str) -> Iterator[tuple[str, str]]:
        """Measure and text of each alarm."""
        dead = {name: why for name, why in self._dead.items() if name.partition(" ")[2] not in self._alive}
        if dead:
            ways = "; ".join(f"{name} ({why})" for name, why in dead.items())
            yield (
                "sources",
                f"{site}: a declared way of finding articles is dead: {ways}; mend the site file, with the"
                f" help of newscrawl repair {site}",
            )
        for address, kept in self._kept.items():
            thrown = kept.thrown.total()
            if thrown >= _FEWEST_THROWN and thrown >= _THROWN_SHARE * (thrown + kept.kept):
                patterns = " and ".join(name for name, _ in kept.thrown.most_common())
                yield (
                    "patterns",
                    f"{site}: {thrown} of {thrown + kept.kept} addresses that {address} names are thrown"
                    f" away by {patterns}, such as {kept.example}",
                )

    def _of(self, source: Source) -> _Kept:
        return self._kept.setdefault(source.address(), _Kept())


def _name(source: Source) -> str:
    return f"{source.kind} {source.address()}"
