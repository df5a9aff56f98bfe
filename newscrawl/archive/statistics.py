"""Counts over the archive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal, get_args

from newscrawl.archive.archive import Archive
from newscrawl.archive.selection import Selection

Grouping = Literal["site", "day", "month"]
GROUPINGS: tuple[Grouping, ...] = get_args(Grouping)

_GROUPS: dict[Grouping, str] = {
    "site": "site",
    "day": "coalesce(day, 'undated')",
    "month": "coalesce(substr(day, 1, 7), 'undated')",
}


@dataclass(frozen=True, slots=True)
class Line:
    """The counts of one site, day or month.

    ``copies`` counts articles that are copies of another, ``characters`` those of the latest texts;
    ``first`` and ``last`` are the days of the first and last publication.
    """

    group: str
    articles: int
    versions: int
    copies: int
    characters: int
    first: str | None
    last: str | None

    def as_dict(self) -> dict[str, Any]:
        """The line as plain values."""
        return asdict(self)

    @classmethod
    def total(cls, lines: Sequence[Line]) -> Line:
        """The sum of lines."""
        return cls(
            "total",
            sum(line.articles for line in lines),
            sum(line.versions for line in lines),
            sum(line.copies for line in lines),
            sum(line.characters for line in lines),
            min((line.first for line in lines if line.first), default=None),
            max((line.last for line in lines if line.last), default=None),
        )


def statistics(archive: Archive, selection: Selection, *, by: Grouping) -> list[Line]:
    """The counts of what ``selection`` chooses, a line a site, day or month, in their order.

    Raises:
        QueryError: the words to search for name nothing.
        ArchiveError: the archive cannot be read.
    """
    with archive.database.snapshot():
        condition, values = archive.words.condition(selection)
        rows = archive.database.all(
            f"SELECT {_GROUPS[by]} AS grouped, count(*), CAST(sum(version) AS BIGINT),"
            " CAST(sum(CASE WHEN clusters.origin <> articles.key THEN 1 ELSE 0 END) AS BIGINT),"
            " CAST(sum(length) AS BIGINT),"
            " min(day), max(day)"
            " FROM articles LEFT JOIN clusters ON clusters.key = articles.cluster"
            f" WHERE {condition} GROUP BY grouped ORDER BY grouped",
            values,
        )
    return [Line(*row) for row in rows]
