"""What one crawl of a site looked like, in a few numbers that the archive keeps with the run."""

from __future__ import annotations

import statistics
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Self

from newscrawl.items import Article

PREFIX = "newscrawl/measure/"
FIELDS = (
    "title",
    "published_at",
    "authors",
    "editors",
    "byline_codes",
    "dateline",
    "description",
    "section",
    "tags",
    "images",
)
"""Fields whose filling is watched; which of them a site fills at all is learned from its history."""

GENERIC = "generic"
"""How the origin of a body begins that was found without the site's facts."""

_ORIGIN_LENGTH = 120


@dataclass(slots=True)
class Measures:
    """The numbers of one run.

    ``filled`` counts articles by field, ``failed`` pages without an article by reason. ``origins`` names
    what most often produced a field, ``examples`` the address of an article that lacks it (or of a page that
    failed for a reason). ``complete`` says that the run was one for all that is new, and came to its end.
    ``listed`` counts the addresses of articles that its listings named, known ones too; 0 where one of them
    did not say. ``missing`` are those that came to nothing: not stored, not known, not refused.
    """

    started: datetime
    articles: int = 0
    complete: bool = False
    filled: Mapping[str, int] = field(default_factory=dict)
    generic: int = 0
    conflicts: int = 0
    body_length: float = 0.0
    newest: datetime | None = None
    failed: Mapping[str, int] = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict)
    examples: Mapping[str, str] = field(default_factory=dict)
    alarmed: frozenset[str] = frozenset()
    listed: int = 0
    missing: int = 0

    def to_counts(self) -> dict[str, Any]:
        """The numbers as plain values by name, as they are kept."""
        plain = {"articles": self.articles, "complete": int(self.complete), "generic": self.generic}
        newest = self.newest.astimezone(UTC).isoformat() if self.newest else ""
        more = {"conflicts": self.conflicts, "body_length": self.body_length, "newest": newest}
        plain |= {"listed": self.listed, "missing": self.missing}
        groups = (("filled", self.filled), ("origin", self.origins), ("example", self.examples))
        kept = {f"{name}/{key}": value for name, group in groups for key, value in group.items()}
        return {PREFIX + name: value for name, value in {**plain, **more, **kept}.items()}

    @classmethod
    def from_counts(cls, counts: Mapping[str, Any], started: datetime) -> Self | None:
        """The numbers of an earlier run; None where it kept none."""
        if f"{PREFIX}articles" not in counts:
            return None
        newest = counts.get(f"{PREFIX}newest")
        return cls(
            started,
            int(counts[f"{PREFIX}articles"]),
            bool(counts.get(f"{PREFIX}complete")),
            _group(counts, f"{PREFIX}filled/"),
            int(counts.get(f"{PREFIX}generic", 0)),
            int(counts.get(f"{PREFIX}conflicts", 0)),
            float(counts.get(f"{PREFIX}body_length", 0)),
            datetime.fromisoformat(newest) if newest else None,
            _group(counts, "newscrawl/failed/"),
            _group(counts, f"{PREFIX}origin/"),
            _group(counts, f"{PREFIX}example/"),
            frozenset(_group(counts, "newscrawl/alarm/")),
            int(counts.get(f"{PREFIX}listed", 0)),
            int(counts.get(f"{PREFIX}missing", 0)),
        )


class Measuring:
    """Takes the measures of a crawl, article by article."""

    def __init__(self, started: datetime) -> None:
        self.started = started
        self._articles = self._generic = self._conflicts = 0
        self._filled: Counter[str] = Counter()
        self._lengths: list[int] = []
        self._newest: datetime | None = None
        self._origins: dict[str, Counter[str]] = defaultdict(Counter)
        self._examples: dict[str, str] = {}

    def add(self, article: Article) -> None:
        """Count an article."""
        self._articles += 1
        self._lengths.append(len(article.body or ""))
        generic = article.provenance.get("body", "").startswith(GENERIC)
        for name, counted in (("generic", generic), ("conflicts", bool(article.dates_conflict))):
            if counted:
                self._examples.setdefault(name, article.url)
        self._generic += generic
        self._conflicts += bool(article.dates_conflict)
        for name in (*FIELDS, "body"):
            self._add_field(name, article)
        known = [moment for moment in (self._newest, article.published_at) if moment]
        self._newest = max(known, default=None)

    def add_failure(self, reason: str, url: str) -> None:
        """Keep the address of a page that failed for ``reason`` as its example."""
        self._examples.setdefault(f"failed-{reason}", url)

    def result(self, failed: Mapping[str, int], *, complete: bool) -> Measures:
        """The numbers."""
        origins = {
            name: counts.most_common(1)[0][0][:_ORIGIN_LENGTH] for name, counts in self._origins.items()
        }
        return Measures(
            self.started,
            self._articles,
            complete,
            {name: self._filled[name] for name in FIELDS},
            self._generic,
            self._conflicts,
            statistics.median(self._lengths) if self._lengths else 0.0,
            self._newest,
            failed,
            origins,
            self._examples,
        )

    def _add_field(self, name: str, article: Article) -> None:
        if getattr(article, name):
            self._filled[name] += 1
            if name in article.provenance:
                self._origins[name][article.provenance[name]] += 1
        else:
            self._examples.setdefault(name, article.url)


def _group(counts: Mapping[str, Any], prefix: str) -> dict[str, Any]:
    return {name.removeprefix(prefix): value for name, value in counts.items() if name.startswith(prefix)}


_OUTCOMES = ("newscrawl/articles", "newscrawl/archive/unchanged", "newscrawl/discovery/aliases")
_NO_PAGES = ("newscrawl/failed/listing", "newscrawl/failed/storage")


def listed_in(stats: Mapping[str, Any]) -> int:
    """How many addresses of articles the listings of a crawl named; 0 where one of them did not say."""
    if stats.get("newscrawl/listings/unchanged") or stats.get("newscrawl/failed/listing"):
        return 0
    return _found_in(stats) + int(stats.get("newscrawl/discovery/known", 0))


def missing_in(stats: Mapping[str, Any]) -> int:
    """How many of the addresses that were asked for came to nothing that is counted anywhere."""
    failed = sum(
        int(count)
        for name, count in stats.items()
        if name.startswith(("newscrawl/failed/", "newscrawl/unwanted/")) and name not in _NO_PAGES
    )
    had = sum(int(stats.get(name, 0)) for name in _OUTCOMES)
    return max(0, _found_in(stats) - failed - had)


def _found_in(stats: Mapping[str, Any]) -> int:
    return sum(int(n) for name, n in stats.items() if name.startswith("newscrawl/discovery/found/"))
