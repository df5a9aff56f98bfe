"""What a crawl must remember of addresses: which are articles, which are wanted, which were refused and why.

An address is wanted from the moment a listing names it until it has become an article or was refused. So a
crawl that dies between a listing and its articles finds them again, whatever the listing shows by then.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Literal, cast

from newscrawl.archive.database import Database
from newscrawl.archive.moments import from_text, to_text
from newscrawl.record.addresses import canonical_url

MOST_ATTEMPTS = 6
"""So often an address is tried, in different runs, before it is given up."""

PATIENCE = timedelta(days=14)
"""For so long the failing of a whole site is not laid to its addresses."""

_FIRST_PAUSE = timedelta(minutes=10)
_PAUSE_FACTOR = 4
_LONGEST_PAUSE = _FIRST_PAUSE * _PAUSE_FACTOR ** (MOST_ATTEMPTS - 2)

LONGEST_REFUSAL = timedelta(days=30)
"""No address is refused for longer. What is said to wait longer than anything does was noted while the clock
was wrong, and is due."""

State = Literal["article", "wanted", "refused"]
Hints = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Wanted:
    """An address to fetch and, as plain JSON values, what whoever found it wants to know then."""

    url: str
    hints: Hints = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Address:
    """What is remembered of an address; ``retry_at`` is when a refusal ends or a wanted one is tried."""

    state: State
    reason: str | None
    retry_at: str | None
    hints: Hints

    def settled(self, *, now: datetime) -> bool:
        """Whether nothing is to be done when a listing names the address."""
        if self.state != "refused" or self.retry_at is None:
            return True
        return to_text(now) < self.retry_at <= to_text(now + LONGEST_REFUSAL)


class Frontier:
    """The addresses of one archive. Every writing method belongs inside a transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def look_up(self, url: str) -> Address | None:
        """What is remembered of ``url``, as written or in its canonical form."""
        row = self._row(url)
        if row is None:
            canonical = canonical_url(url)
            row = self._row(canonical) if canonical != url else None
        return row

    def look_up_all(self, urls: Collection[str]) -> dict[str, Address]:
        """What is remembered of each of ``urls``, as :meth:`look_up` says it; those unknown are left out."""
        found = self._rows(urls)
        canonical = {url: canonical_url(url) for url in urls if url not in found}
        others = self._rows([other for url, other in canonical.items() if other != url])
        return found | {url: others[other] for url, other in canonical.items() if other in others}

    def known(self, url: str, *, now: datetime) -> bool:
        """Whether nothing is to be done when a listing names ``url``.

        True for an article's address, for one that is wanted already, and for one that was refused and is
        not yet to be tried again.
        """
        address = self.look_up(url)
        return address is not None and address.settled(now=now)

    def known_since(self, url: str) -> datetime | None:
        """When ``url`` came to be what it is: an article, wanted or refused; None if it is not known."""
        row = self._database.one(
            "SELECT coalesce(articles.first_seen, urls.changed_at) FROM urls"
            " LEFT JOIN articles ON articles.key = urls.article WHERE urls.url = ?",
            (url,),
        )
        return from_text(row[0]) if row is not None else None

    def want(self, site: str, found: Iterable[Wanted], *, now: datetime) -> None:
        """Note addresses that are to be fetched; what is an article by now stays one."""
        self._database.execute_many(
            "INSERT INTO urls (url, site, state, hints, changed_at) VALUES (?, ?, 'wanted', ?, ?)"
            " ON CONFLICT (url) DO UPDATE SET state = 'wanted', hints = excluded.hints, reason = NULL,"
            " attempts = 0, retry_at = NULL, changed_at = excluded.changed_at WHERE urls.state = 'refused'",
            [(wanted.url, site, _json(wanted.hints), to_text(now)) for wanted in found],
        )

    def wanted(self, site: str, *, now: datetime, after: str = "") -> Iterator[Wanted]:
        """Addresses of a site that earlier runs found and did not get, those of the oldest finding first.

        Those that the reason ``after`` has kept from it, or had them refused, are due at once.
        """
        rows = self._database.stream(
            "SELECT url, hints FROM urls WHERE site = ? AND (state = 'wanted'"
            " AND (retry_at IS NULL OR retry_at <= ? OR retry_at > ?)"
            " OR state <> 'article' AND reason = ?) ORDER BY changed_at, url",
            (site, to_text(now), to_text(now + _LONGEST_PAUSE), after),
        )
        return (Wanted(url, json.loads(hints or "{}")) for url, hints in rows)

    def refuse(
        self,
        site: str,
        url: str,
        reason: str,
        *,
        now: datetime,
        again_after: timedelta | None = None,
        hints: Hints | None = None,
    ) -> None:
        """Note that ``url`` gives no article; listings that name it count again after ``again_after``.

        ``hints`` are what a later crawl needs to judge whether the reason holds for it too.
        """
        retry_at = to_text(now + again_after) if again_after else None
        self._database.execute(
            "INSERT INTO urls (url, site, state, reason, hints, attempts, retry_at, changed_at)"
            " VALUES (?, ?, 'refused', ?, ?, 1, ?, ?)"
            " ON CONFLICT (url) DO UPDATE SET state = 'refused', reason = excluded.reason,"
            " hints = excluded.hints, attempts = urls.attempts + 1, retry_at = excluded.retry_at,"
            " changed_at = excluded.changed_at WHERE urls.state <> 'article'",
            (url, site, reason, _json(hints or {}), retry_at, to_text(now)),
        )

    def postpone(
        self,
        site: str,
        url: str,
        reason: str,
        *,
        now: datetime,
        most_attempts: int = MOST_ATTEMPTS,
        again_after: timedelta | None = None,
        first_at_once: bool = False,
    ) -> None:
        """Note that ``url`` could not be fetched for now: it stays wanted and is tried in a later run.

        The pause grows with each attempt, and with ``first_at_once`` begins with the second: the next run
        tries the address, whenever it comes. After ``most_attempts`` the address is given up, for
        ``again_after`` or for good.
        """
        row = self._database.one("SELECT attempts FROM urls WHERE url = ?", (url,))
        attempts = (row[0] if row else 0) + 1
        if attempts >= most_attempts:
            self.refuse(site, url, reason, now=now, again_after=again_after)
            return
        pause = _FIRST_PAUSE * _PAUSE_FACTOR ** (attempts - 1 - first_at_once)
        if first_at_once and attempts == 1:
            pause = timedelta()
        self._database.execute(
            "INSERT INTO urls (url, site, state, reason, attempts, retry_at, changed_at)"
            " VALUES (?, ?, 'wanted', ?, ?, ?, ?)"
            " ON CONFLICT (url) DO UPDATE SET state = 'wanted', reason = excluded.reason,"
            " attempts = excluded.attempts, retry_at = excluded.retry_at"
            " WHERE urls.state <> 'article'",
            (url, site, reason, attempts, to_text(now + pause), to_text(now)),
        )

    def put_off(self, urls: Collection[str], *, now: datetime) -> None:
        """Have ``urls`` tried again soon, as if the last attempt had not been; articles stay articles.

        An address that has been wanted for :data:`PATIENCE` is put off no more: its attempts count.
        """
        self._database.execute_many(
            "UPDATE urls SET state = 'wanted', retry_at = ?,"
            " attempts = CASE WHEN attempts > 0 THEN attempts - 1 ELSE 0 END"
            " WHERE url = ? AND state = 'wanted' AND changed_at > ?",
            [(to_text(now + _FIRST_PAUSE), url, to_text(now - PATIENCE)) for url in urls],
        )

    def refused(self, site: str) -> list[tuple[str, str, int]]:
        """Address, reason and attempts of a site's refused addresses, the latest first."""
        rows = self._database.all(
            "SELECT url, reason, attempts FROM urls WHERE site = ? AND state = 'refused'"
            " ORDER BY changed_at DESC, url",
            (site,),
        )
        return [(url, reason or "", attempts) for url, reason, attempts in rows]

    def _row(self, url: str) -> Address | None:
        row = self._database.one("SELECT state, reason, retry_at, hints FROM urls WHERE url = ?", (url,))
        return None if row is None else _address(row)

    def _rows(self, urls: Collection[str]) -> dict[str, Address]:
        rows = self._database.among("SELECT url, state, reason, retry_at, hints FROM urls WHERE url", urls)
        return {url: _address(row) for url, *row in rows}


def _address(row: Sequence[Any]) -> Address:
    state, reason, retry_at, hints = row
    return Address(cast("State", state), reason, retry_at, json.loads(hints) if hints else {})


def _json(hints: Hints) -> str | None:
    return json.dumps(hints, ensure_ascii=False) if hints else None
