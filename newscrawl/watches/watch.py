"""A watch: what it looks for, whom it tells, and how far it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import timedelta

from newscrawl.archive import Selection
from newscrawl.sites.book import book

EVERY = {
    "run": timedelta(0),
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
    "week": timedelta(weeks=1),
}
"""How often a watch tells at the most; what comes meanwhile waits."""

MOST_KEPT = 100
"""Articles in a watch's feed files."""

_SLUG = re.compile(r"[^\W_]+")
_LONGEST_NAME = 40
_EARLY = timedelta(minutes=10)
"""Runs of a schedule begin a little earlier on one day than on another."""


@dataclass(slots=True)
class Digest:
    """Matches that are told together: the articles' ids, and the addresses that have not got them yet.

    ``begun`` names those to which sending had begun when it was last written down.
    """

    ids: list[str]
    left: list[str]
    begun: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Watch:
    """A saved query.

    ``words`` is a query (:func:`~newscrawl.record.query.parse_query`), ``regions`` provinces or 'national',
    ``addresses`` are those of apprise, or ``$NAME`` for a variable of the environment that holds one.
    ``seen`` is the key of the last version that was looked at, ``told_at`` the instant of the last digest in
    seconds since 1970, ``recent`` the ids of the articles told last, the newest first.
    """

    name: str
    words: str
    sites: list[str] = field(default_factory=list)
    regions: list[str] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    every: str = "run"
    seen: int = 0
    told_at: float = 0.0
    recent: list[str] = field(default_factory=list)
    waiting: list[Digest] = field(default_factory=list)

    def selection(self) -> Selection | None:
        """The articles that are watched; None where no site is of its regions."""
        sites = self._sites()
        if sites == [] and (self.sites or self.regions):
            return None
        return Selection(words=self.words, sites=sites, languages=self.languages)

    def is_due(self, now: float) -> bool:
        """Whether it may tell again at the instant ``now``."""
        pause = EVERY[self.every]
        return now >= self.told_at + max(pause - _EARLY, timedelta(0)).total_seconds()

    def remember(self, ids: list[str]) -> None:
        """Take up articles for the feed files."""
        self.recent = [*ids, *(old for old in self.recent if old not in ids)][:MOST_KEPT]

    def _sites(self) -> list[str]:
        if not self.regions:
            return self.sites
        regions = {region.casefold() for region in self.regions}
        of_regions = [each.name for each in book().catalogue() if each.region.casefold() in regions]
        return [site for site in of_regions if not self.sites or site in self.sites]


def name_of(words: str) -> str:
    """A name made of the words that are watched, such as ``banjir-longsor``."""
    parts = [part.lower() for part in _SLUG.findall(words) if part not in ("AND", "OR", "NOT")]
    return "-".join(parts)[:_LONGEST_NAME].strip("-")
