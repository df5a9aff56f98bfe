"""What a crawl must remember: addresses that are known, wanted or refused, and how to ask listings again.

An address that a listing names is wanted from the moment the listing counts as read until it has become an
article or was refused. Both are written in one transaction with the listing's validators, so that a crawl
that dies between the listing and its articles finds them again, even if the listing then answers 304.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from newscrawl.archive.articles import Validators
from newscrawl.archive.database import Database
from newscrawl.archive.moments import to_text
from newscrawl.urls import canonical_url

MOST_ATTEMPTS = 6
"""So often an address is tried, in different runs or hours, before it is given up."""

_FIRST_PAUSE = timedelta(minutes=10)
_PAUSE_FACTOR = 4

Hints = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Wanted:
    """An address to fetch and, as plain JSON values, what whoever found it wants to know then."""

    url: str
    hints: Hints = field(default_factory=dict)


class Frontier:
    """The crawl state of one archive. Every writing method belongs inside a transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def known(self, url: str, *, now: datetime) -> bool:
        """Whether nothing is to be done when a listing names ``url``.

        True for an article's address, for one that is wanted already, and for one that was refused and is
        not yet to be tried again. The address counts as written and in its canonical form.
        """
        row = self._state(url)
        if row is None:
            canonical = canonical_url(url)
            row = self._state(canonical) if canonical != url else None
        if row is None:
            return False
        state, retry_at = row
        return state != "refused" or retry_at is None or retry_at > to_text(now)

    def read(
        self,
        site: str,
        listing: str,
        *,
        found: Iterable[Wanted],
        further: Iterable[Wanted] = (),
        validators: Validators | None = None,
        now: datetime,
    ) -> list[Wanted]:
        """Note that a listing was read: the articles it named, the listings it led to, its validators.

        Returns:
            The articles that are not known yet; they are wanted from here on.
        """
        new = [wanted for wanted in found if not self.known(wanted.url, now=now)]
        self._database.execute_many(
            "INSERT INTO urls (url, site, state, hints, changed_at) VALUES (?, ?, 'wanted', ?, ?)"
            " ON CONFLICT (url) DO UPDATE SET state = 'wanted', hints = excluded.hints, reason = NULL,"
            " attempts = 0, retry_at = NULL, changed_at = excluded.changed_at",
            [(wanted.url, site, _json(wanted.hints), to_text(now)) for wanted in new],
        )
        self._database.execute_many(
            "INSERT INTO listings (url, site, wanted, hints) VALUES (?, ?, 1, ?)"
            " ON CONFLICT (url) DO UPDATE SET wanted = 1, hints = excluded.hints",
            [(wanted.url, site, _json(wanted.hints)) for wanted in further],
        )
        given = validators or Validators()
        self._database.execute(
            "INSERT INTO listings (url, site, wanted, etag, last_modified, read_at) VALUES (?, ?, 0, ?, ?, ?)"
            " ON CONFLICT (url) DO UPDATE SET wanted = 0, hints = NULL, etag = excluded.etag,"
            " last_modified = excluded.last_modified, read_at = excluded.read_at",
            (listing, site, given.etag, given.last_modified, to_text(now)),
        )
        return new

    def drop_listing(self, url: str) -> None:
        """Stop wanting a listing, such as one that is gone."""
        self._database.execute("UPDATE listings SET wanted = 0, hints = NULL WHERE url = ?", (url,))

    def listing_validators(self, url: str) -> Validators:
        """What to ask a listing with: the validators of its last answer, if that was read."""
        row = self._database.one("SELECT etag, last_modified FROM listings WHERE url = ?", (url,))
        return Validators(*row) if row else Validators()

    def wanted_articles(self, site: str, *, now: datetime) -> Iterator[Wanted]:
        """Addresses of a site that earlier runs found and did not get, those of the oldest finding first."""
        rows = self._database.stream(
            "SELECT url, hints FROM urls WHERE site = ? AND state = 'wanted'"
            " AND (retry_at IS NULL OR retry_at <= ?) ORDER BY changed_at, url",
            (site, to_text(now)),
        )
        return (Wanted(url, json.loads(hints or "{}")) for url, hints in rows)

    def wanted_listings(self, site: str) -> Iterator[Wanted]:
        """Listings of a site that earlier runs were led to and did not read."""
        rows = self._database.stream(
            "SELECT url, hints FROM listings WHERE site = ? AND wanted = 1 ORDER BY url", (site,)
        )
        return (Wanted(url, json.loads(hints or "{}")) for url, hints in rows)

    def refuse(
        self, site: str, url: str, reason: str, *, now: datetime, again_after: timedelta | None = None
    ) -> None:
        """Note that ``url`` gives no article; listings that name it count again after ``again_after``."""
        retry_at = to_text(now + again_after) if again_after else None
        self._database.execute(
            "INSERT INTO urls (url, site, state, reason, attempts, retry_at, changed_at)"
            " VALUES (?, ?, 'refused', ?, 1, ?, ?)"
            " ON CONFLICT (url) DO UPDATE SET state = 'refused', hints = NULL, reason = excluded.reason,"
            " attempts = urls.attempts + 1, retry_at = excluded.retry_at, changed_at = excluded.changed_at"
            " WHERE urls.state <> 'article'",
            (url, site, reason, retry_at, to_text(now)),
        )

    def postpone(self, site: str, url: str, reason: str, *, now: datetime) -> None:
        """Note that ``url`` could not be fetched for now: it stays wanted and is tried in a later run.

        The pause grows with each attempt; after :data:`MOST_ATTEMPTS` the address is given up.
        """
        row = self._database.one("SELECT attempts FROM urls WHERE url = ?", (url,))
        attempts = (row[0] if row else 0) + 1
        if attempts >= MOST_ATTEMPTS:
            self.refuse(site, url, reason, now=now)
            return
        pause = _FIRST_PAUSE * _PAUSE_FACTOR ** (attempts - 1)
        self._database.execute(
            "INSERT INTO urls (url, site, state, reason, attempts, retry_at, changed_at)"
            " VALUES (?, ?, 'wanted', ?, ?, ?, ?)"
            " ON CONFLICT (url) DO UPDATE SET state = 'wanted', reason = excluded.reason,"
            " attempts = excluded.attempts, retry_at = excluded.retry_at"
            " WHERE urls.state <> 'article'",
            (url, site, reason, attempts, to_text(now + pause), to_text(now)),
        )

    def refused(self, site: str) -> list[tuple[str, str, int]]:
        """Address, reason and attempts of a site's refused addresses, the latest first."""
        rows = self._database.all(
            "SELECT url, reason, attempts FROM urls WHERE site = ? AND state = 'refused'"
            " ORDER BY changed_at DESC, url",
            (site,),
        )
        return [(url, reason or "", attempts) for url, reason, attempts in rows]

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

    def _state(self, url: str) -> tuple[str, str | None] | None:
        row = self._database.one("SELECT state, retry_at FROM urls WHERE url = ?", (url,))
        return None if row is None else (row[0], row[1])


def _json(hints: Hints) -> str | None:
    return json.dumps(hints, ensure_ascii=False) if hints else None
