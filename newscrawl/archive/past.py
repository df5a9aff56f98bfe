"""The past of articles: versions that were fetched before what is stored, and new readings of old pages."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from newscrawl.archive import intact, lines, revisits
from newscrawl.archive.articles import Articles, Known, Stored
from newscrawl.archive.copies import Copies
from newscrawl.archive.moments import to_text
from newscrawl.archive.pages import KeptPage, Pages
from newscrawl.archive.prepared import Prepared, facts_of, prepare
from newscrawl.archive.versions import changed_fields
from newscrawl.record.as_json import from_dict, to_dict
from newscrawl.record.version import __version__

if TYPE_CHECKING:
    from newscrawl.items import Article


class Store(Protocol):
    """Stores an article that is newer than all that is stored of it."""

    def __call__(self, prepared: Prepared, *, run: int | None = None) -> Stored: ...


_VISITS = "last_seen, next_visit, etag, last_modified"


class _Row(NamedTuple):
    """A version as it lies in the archive."""

    key: int
    number: int
    record: dict[str, Any]

    @property
    def fetched_at(self) -> datetime:
        """When its page was fetched; long ago where that is not known."""
        told = self.record["fetched_at"]
        return datetime.fromisoformat(told) if told else datetime.min.replace(tzinfo=UTC)


class Past:
    """What came before, in one archive. Every writing method belongs inside a transaction."""

    def __init__(
        self,
        articles: Articles,
        copies: Copies,
        pages: Pages,
        *,
        store: Store,
        sort_in: Callable[[], None],
    ) -> None:
        self._articles = articles
        self._copies = copies
        self._pages = pages
        self._database = articles.database
        self._store, self._sort_in = store, sort_in

    def store(
        self, prepared: Prepared, pages: Sequence[KeptPage], *, now: datetime, run: int | None = None
    ) -> Stored:
        """Store an article that was fetched at any time in the past, as if it had been stored then.

        It becomes the article, its newest version, or a version in between, by when it was fetched; what is
        as the version before or behind it makes none. ``pages`` are where its pages are kept. Visits that
        were due since are not made up for.
        """
        known = self._articles.known_as(prepared.article)
        if known is not None and any(row.fetched_at > prepared.seen for row in self._rows(known.key)):
            return self._insert(prepared, known, pages, run)
        before = self._visits(known)
        stored = self._store(prepared, run=run)
        self._pages.note(stored.article.id, pages)
        self._set_visits(stored.article, prepared, before, now)
        return stored

    def see(self, url: str, *, fetched_at: datetime) -> bool:
        """Note that the article at ``url`` was seen unchanged then; false if there is none.

        What is known of a later visit stays.
        """
        row = self._database.one(
            "SELECT articles.key, last_seen FROM urls JOIN articles ON articles.key = urls.article"
            " WHERE urls.url = ?",
            (url,),
        )
        if row is not None and row[1] < to_text(fetched_at):
            self._database.execute(
                "UPDATE articles SET last_seen = ? WHERE key = ?", (to_text(fetched_at), row[0])
            )
        return row is not None

    def reread(self, article_id: str, readings: dict[int, Article], *, now: datetime) -> None:
        """Put new readings of their pages in the place of versions of an article, given by number.

        The software and ``now`` are noted. What changed from version to version is told anew; the versions
        themselves, and when they were stored, stay.
        """
        row = self._database.one("SELECT key, latest FROM articles WHERE id = ?", (article_id,))
        if row is None:
            return
        key, latest = row
        self._sort_in()
        before: dict[str, Any] | None = None
        for version in self._rows(key):
            reading = readings.get(version.number)
            record = to_dict(reading) if reading is not None else version.record
            changed = changed_fields(before, record) if before is not None else []
            article = dataclasses.replace(from_dict(record), version=version.number, changed=changed)
            if reading is not None or changed != version.record["changed"]:
                self._rewrite(key, version, article, read_at=to_text(now) if reading is not None else None)
                if version.key == latest:
                    self._renew(key, version, article)
            before = record

    def _rows(self, article: int) -> list[_Row]:
        rows = self._database.all(
            f"SELECT key, {intact.OF_VERSIONS} FROM versions WHERE article = ? ORDER BY number", (article,)
        )
        return [
            _Row(
                key,
                version[1],
                lines.whole_record(
                    intact.checked(self._database, version), version[2], cluster=None, copy_of=None
                ),
            )
            for key, *version in rows
        ]

    def _insert(self, prepared: Prepared, known: Known, pages: Sequence[KeptPage], run: int | None) -> Stored:
        rows = self._rows(known.key)
        place = next(at for at, row in enumerate(rows) if row.fetched_at > prepared.seen)
        behind = rows[place]
        record = to_dict(prepared.article)
        self._database.execute(
            "UPDATE articles SET first_seen = ? WHERE key = ? AND first_seen > ?",
            (prepared.seen_at, known.key, prepared.seen_at),
        )
        changed = changed_fields(rows[place - 1].record, record) if place else []
        if not changed_fields(record, behind.record) or (place and not changed):
            return Stored("unchanged", dataclasses.replace(prepared.article, id=known.id))
        for row in reversed(rows[place:]):
            moved = dataclasses.replace(from_dict(row.record), version=row.number + 1)
            if row is behind:
                moved.changed = changed_fields(record, row.record)
            self._rewrite(known.key, row, moved)
        article = dataclasses.replace(prepared.article, id=known.id, version=behind.number, changed=changed)
        line = lines.to_line(article)
        version = self._articles.append_version(known.key, behind.number, line, run)
        self._pages.note_version(version, pages)
        self._database.execute("UPDATE articles SET version = version + 1 WHERE key = ?", (known.key,))
        return Stored("earlier", article)

    def _rewrite(self, key: int, row: _Row, article: Article, *, read_at: str | None = None) -> None:
        """Write a version anew, under the number that ``article`` has."""
        line = lines.to_line(article)
        kept = intact.checksum(key, article.version, lines.SHAPE, line)
        self._database.execute(
            "UPDATE versions SET number = ?, shape = ?, record = ?, checksum = ? WHERE key = ?",
            (article.version, lines.SHAPE, line, kept, row.key),
        )
        if read_at is not None:
            self._database.execute(
                "UPDATE versions SET software = ?, read_at = ? WHERE key = ?", (__version__, read_at, row.key)
            )

    def _renew(self, key: int, row: _Row, article: Article) -> None:
        """Let everything that is told or found by an article's latest version say what its reading says."""
        facts = facts_of(article)
        assignments = ", ".join(f"{name} = ?" for name in facts)
        self._database.execute(f"UPDATE articles SET {assignments} WHERE key = ?", (*facts.values(), key))
        line, before = lines.to_line(article), lines.to_line(from_dict(row.record))
        self._database.words.renew(key, line)
        self._database.words.sort_in([(key, line, before)])
        text = prepare(article, now=datetime.now(UTC)).text
        self._copies.place([(place, key) for place in text.places])
        self._copies.join(key, text)
        self._copies.review_origin(key)

    def _visits(self, known: Known | None) -> tuple[Any, ...] | None:
        if known is None:
            return None
        return self._database.one(f"SELECT {_VISITS} FROM articles WHERE key = ?", (known.key,))

    def _set_visits(
        self, article: Article, prepared: Prepared, before: tuple[Any, ...] | None, now: datetime
    ) -> None:
        """What is known of visits: a later one stays as it was, else ``now`` decides on the next."""
        if before is not None and before[0] > prepared.seen_at:
            visits = before
        else:
            born = article.published_at or prepared.seen
            following = revisits.next_visit(self._articles.schedule, born=born, now=max(now, prepared.seen))
            due = None if following is None else to_text(following)
            visits = (prepared.seen_at, due, *(before[2:] if before else (None, None)))
        names = ", ".join(f"{name} = ?" for name in _VISITS.split(", "))
        self._database.execute(f"UPDATE articles SET {names} WHERE id = ?", (*visits, article.id))
