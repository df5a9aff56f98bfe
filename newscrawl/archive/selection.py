"""Which articles are meant: the filters that search, statistics and exports share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from newscrawl.archive.moments import to_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Conditions that an article's latest version meets, all of them; those left out do not count.

    ``since`` and ``until`` bound the time of publication, until exclusive; an article without a known one
    meets neither. ``words`` is a query for :func:`~newscrawl.archive.query.parse_query`; where they
    stand only the archive knows (:meth:`~newscrawl.archive.search.WordIndex.condition`). The lengths are
    characters of the body, both inclusive.
    """

    sites: Sequence[str] = ()
    since: datetime | None = None
    until: datetime | None = None
    languages: Sequence[str] = ()
    words: str | None = None
    min_length: int | None = None
    max_length: int | None = None
    undated: bool = False
    """Only articles without a known time of publication."""

    def in_no_range(self) -> Selection | None:
        """What meets all other conditions and has no time that could lie in the range; None without one."""
        if self.since is None and self.until is None:
            return None
        return replace(self, since=None, until=None, undated=True)

    def condition(self) -> tuple[str, list[Any]]:
        """The conditions but for the words, as SQL over the table ``articles``, and its parameters."""
        parts = [part for part in self._parts() if part]
        sql = " AND ".join(part[0] for part in parts) or "1 = 1"
        return sql, [value for part in parts for value in part[1]]

    def _parts(self) -> list[tuple[str, list[Any]] | None]:
        return [
            _one_of("articles.site", self.sites),
            _one_of("articles.language", self.languages),
            ("articles.published_at >= ?", [to_text(self.since)]) if self.since else None,
            ("articles.published_at < ?", [to_text(self.until)]) if self.until else None,
            ("articles.published_at IS NULL", []) if self.undated else None,
            ("articles.length >= ?", [self.min_length]) if self.min_length is not None else None,
            ("articles.length <= ?", [self.max_length]) if self.max_length is not None else None,
        ]


def _one_of(column: str, values: Sequence[str]) -> tuple[str, list[Any]] | None:
    if not values:
        return None
    return f"{column} IN ({', '.join('?' * len(values))})", list(values)
