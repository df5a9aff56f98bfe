"""What works at many publishers: a table with a line a site, and the same with every fact as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, get_args

from newscrawl.monitoring.measures import FIELDS, Measures
from newscrawl.probing.examination import Way
from newscrawl.probing.looking import Looked
from newscrawl.record.printable import printable
from newscrawl.record.version import __version__
from newscrawl.sites import Publisher

State = Literal["works", "partly", "fails", "not seen"]
"""Of a site: everything works; articles can be had, but not by every way or not with every usual field; no
article can be had; nobody looked, since a run holds it or the time was up."""

STATES: tuple[State, ...] = get_args(State)
COLUMNS = ("site", "state", "read", "ways", "note")
_LONGEST_FAULT = 60


@dataclass(frozen=True, slots=True)
class Health:
    """How a publisher is today, beside ``before``, its last good run that the archive knows of."""

    publisher: Publisher
    looked: Looked
    before: Measures | None = None

    @property
    def state(self) -> State:
        """How it is, in a word."""
        seen = self.looked.examination
        if seen is None or (self.looked.unfinished and not seen.articles):
            return "not seen"
        if not seen.articles:
            return "fails"
        troubled = self.looked.note and not self.looked.unfinished
        return "works" if seen.healthy(self.before) and not troubled else "partly"

    def row(self) -> tuple[str, ...]:
        """Its cells, by :data:`COLUMNS`."""
        seen = self.looked.examination
        if seen is None:
            return (self.publisher.name, self.state, "", "", printable(self.looked.note))
        tried = len(seen.articles) + len(seen.faults)
        return (
            self.publisher.name,
            self.state,
            f"{len(seen.articles)} of {tried}",
            ", ".join(map(_of_way, seen.ways)),
            printable("; ".join(self._notes())),
        )

    def facts(self) -> dict[str, Any]:
        """Everything that was seen, as plain JSON values."""
        seen = self.looked.examination
        facts = {
            "site": self.publisher.name,
            "title": self.publisher.title,
            "region": self.publisher.region,
            "state": self.state,
            "note": self.looked.note,
        }
        if seen is None:
            return facts
        return facts | {
            "ways": [_facts_of_way(way) for way in seen.ways],
            "articles": [article.url for article in seen.articles],
            "failed": [{"url": url, "reason": reason} for url, reason in seen.faults],
            "fields": {
                name: sum(bool(getattr(article, name)) for article in seen.articles)
                for name in (*FIELDS, "body")
            },
            "missing": seen.missing(self.before),
        }

    def _notes(self) -> Iterator[str]:
        seen = self.looked.examination
        assert seen is not None
        if self.looked.note:
            yield self.looked.note
        if missing := seen.missing(self.before):
            yield f"missing: {', '.join(missing)}"
        for reason, count in Counter(reason.partition(":")[0] for _, reason in seen.faults).most_common():
            yield f"pages: {reason} {count}"
        if thrown := sum(len(way.thrown) for way in seen.ways):
            yield f"{thrown} addresses thrown away by patterns"


def widths_of(names: Iterable[str]) -> tuple[int, ...]:
    """How wide the columns of a table over the sites ``names`` are; known before any was looked at."""
    return (max(map(len, [COLUMNS[0], *names])), max(map(len, STATES)), len("3 of 9"), 0, 0)


def line_of(row: Sequence[str], widths: Sequence[int]) -> str:
    """One line of the table."""
    return "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def sum_of(healths: Sequence[Health]) -> str:
    """How many sites are in each state."""
    counts = Counter(health.state for health in healths)
    states = ", ".join(f"{counts[state]} {state}" for state in STATES if counts[state])
    return f"{len(healths)} site{'s' * (len(healths) != 1)}: {states or 'none'}"


def markdown_of(healths: Sequence[Health], made: datetime) -> str:
    """The table as a page in Markdown, those in trouble first."""
    order = sorted(
        healths,
        key=lambda health: (health.state == "works", -STATES.index(health.state), health.publisher.name),
    )
    rows = [COLUMNS, ("---",) * len(COLUMNS), *(health.row() for health in order)]
    table = "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |\n" for row in rows)
    return f"# What works\n\n{made:%Y-%m-%d %H:%M %Z}, newscrawl {__version__}. {sum_of(healths)}.\n\n{table}"


def json_of(healths: Sequence[Health], made: datetime) -> str:
    """All facts as one JSON object: when, by which version, how many of each state, and each site."""
    counts = Counter(health.state for health in healths)
    facts = {
        "made_at": made.isoformat(timespec="seconds"),
        "newscrawl": __version__,
        "counts": {state: counts[state] for state in STATES},
        "sites": [health.facts() for health in healths],
    }
    return json.dumps(facts, ensure_ascii=False, indent=1) + "\n"


def _of_way(way: Way) -> str:
    fault = way.fault.partition(": ")[0] if way.fault.startswith("needs-browser") else way.fault
    cut = fault if len(fault) <= _LONGEST_FAULT else f"{fault[:_LONGEST_FAULT]}..."
    return printable(f"{way.source.kind} {cut or way.named}")


def _facts_of_way(way: Way) -> dict[str, Any]:
    thrown = Counter(way.thrown.values())
    return {
        "way": way.source.kind,
        "url": way.source.address(),
        "named": way.named,
        "fault": way.fault,
        "thrown": [
            {"pattern": by, "count": count, "example": next(u for u, p in way.thrown.items() if p == by)}
            for by, count in thrown.most_common()
        ],
    }
