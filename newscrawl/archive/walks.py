"""What a crawl must remember of listings: how far it has caught up, and how to ask whether they changed.

A source is caught up as of the last crawl that walked it to its end. A walk that was begun since and did not
end has left articles on later pages that nobody has seen, however well known the first page is. So a walk may
end only at articles that were known when the source was caught up, and a page may answer that it has not
changed since then.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from newscrawl.archive.database import Database
from newscrawl.archive.moments import from_text, to_text
from newscrawl.archive.prepared import Validators


class Walks:
    """The walks over one archive's sites. Every writing method belongs inside a transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, site: str, source: str, *, now: datetime) -> None:
        """Note that a walk begins: until it ends ``source`` is caught up as of the one before."""
        self._database.execute(
            "INSERT INTO walks (site, source, begun_at) VALUES (?, ?, ?)"
            " ON CONFLICT (site, source) DO UPDATE SET begun_at = excluded.begun_at",
            (site, source, to_text(now)),
        )

    def end(self, site: str, source: str, listings: Mapping[str, Validators], *, now: datetime) -> None:
        """Note that a walk of ``source`` saw all it was to see, and its listings' validators."""
        self._database.execute(
            "UPDATE walks SET ended_at = ? WHERE site = ? AND source = ?", (to_text(now), site, source)
        )
        self._database.execute_many(
            "INSERT INTO listings (url, site, etag, last_modified, read_at) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (url) DO UPDATE SET etag = excluded.etag,"
            " last_modified = excluded.last_modified, read_at = excluded.read_at",
            [(url, site, given.etag, given.last_modified, to_text(now)) for url, given in listings.items()],
        )

    def caught_up_at(self, site: str, source: str) -> datetime | None:
        """When a walk of ``source`` last came to its end, whatever became of later ones; None if none did."""
        row = self._database.one("SELECT ended_at FROM walks WHERE site = ? AND source = ?", (site, source))
        return from_text(row[0]) if row is not None and row[0] is not None else None

    def validators(self, url: str) -> Validators:
        """What to ask a listing with; empty if its last answer gave nothing."""
        row = self._database.one("SELECT etag, last_modified FROM listings WHERE url = ?", (url,))
        return Validators(*row) if row else Validators()

    def mark_day_done(self, site: str, day: date, *, now: datetime) -> None:
        """Note that everything a site's index lists for ``day`` has been found."""
        self._database.execute(
            "INSERT INTO days (site, day, done_at) VALUES (?, ?, ?)"
            " ON CONFLICT (site, day) DO UPDATE SET done_at = excluded.done_at",
            (site, day.isoformat(), to_text(now)),
        )

    def days_done(self, site: str) -> set[date]:
        """The days of a site that need no walk any more."""
        rows = self._database.stream("SELECT day FROM days WHERE site = ?", (site,))
        return {date.fromisoformat(day) for (day,) in rows}
