"""The archive as its users see it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Self

from newscrawl.archive import intact, near, revisits, schema
from newscrawl.archive.articles import Articles, Stored, Version
from newscrawl.archive.copies import WINDOW, Copies, Text
from newscrawl.archive.database import LOCK_SECONDS, Database
from newscrawl.archive.engines import open_database
from newscrawl.archive.errors import ArchiveFullError, ArchiveLockedError
from newscrawl.archive.foresight import Foresight
from newscrawl.archive.fresh import Fresh
from newscrawl.archive.frontier import Frontier
from newscrawl.archive.moments import to_text
from newscrawl.archive.notes import Notes
from newscrawl.archive.pages import Pages
from newscrawl.archive.past import Past
from newscrawl.archive.prepared import Prepared, Validators, prepare
from newscrawl.archive.runs import Runs
from newscrawl.archive.search import Found, WordIndex
from newscrawl.archive.selection import Selection
from newscrawl.archive.walks import Walks
from newscrawl.items import Article

DEFAULT_SCHEDULE = revisits.parse_schedule(revisits.DEFAULT_SCHEDULE)

_RENEWED_AT_ONCE = 500


class Archive:
    """Everything that is stored and everything that a crawl must remember, in one file of a data folder.

    One object is for one thread; as many as wanted, in any number of processes, may be open on one folder.
    Every method that writes is whole: when it returns its effect is on the disk, and before that there is
    none. Several become one whole inside :meth:`transaction`. Every failure of the storage is an
    :class:`~newscrawl.archive.errors.ArchiveError`.
    """

    def __init__(self, database: Database, schedule: revisits.Schedule = DEFAULT_SCHEDULE) -> None:
        self.database = database
        self._fresh = Fresh(database)
        self._has_stored = False
        self._foresight = Foresight(database)
        self.copies = Copies(database, self._fresh, self._foresight)
        self.words = WordIndex(database, self._fresh)
        self.articles = Articles(database, self.copies, self._fresh, self._foresight, schedule)
        self.frontier = Frontier(database)
        self.walks = Walks(database)
        self.runs = Runs(database)
        self.notes = Notes(database)
        self.pages = Pages(database)
        self.past = Past(
            self.articles, self.copies, self.pages, store=self.store_prepared, sort_in=self.sort_in
        )

    @classmethod
    def open(
        cls,
        folder: str | Path,
        *,
        create: bool = True,
        schedule: revisits.Schedule = DEFAULT_SCHEDULE,
        lock_seconds: float = LOCK_SECONDS,
    ) -> Self:
        """The archive in the data folder ``folder``.

        Without ``create`` it must be there, and is opened for reading alone where it may not be written.
        ``schedule`` gives the ages at which articles are seen again, ``lock_seconds`` how long a write
        waits for another process.

        Raises:
            ArchiveMissingError: there is none and ``create`` is false.
            ArchiveSchemaError: it was written by a newer newscrawl.
            ArchiveError: it cannot be opened; the message names the path and what to do.
        """
        database = open_database(folder, create=create, lock_seconds=lock_seconds)
        try:
            schema.migrate(database)
        except BaseException:
            database.close()
            raise
        return cls(database, schedule)

    def close(self) -> None:
        """Close the archive. Closing twice does no harm.

        Raises:
            ArchiveError: the storage failed at the last; what was stored before is kept.
        """
        if self._has_stored:
            self._has_stored = False
            try:
                # What is not sorted in now is by whoever stores next, and found until then all the same.
                with suppress(ArchiveLockedError, ArchiveFullError):
                    self.sort_in()
            finally:
                self.database.close()
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def name(self) -> str:
        """What people call it in messages: its file."""
        return self.database.name

    @property
    def folder(self) -> Path:
        """Where the files of runs lie."""
        return self.database.folder

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing of what is written inside."""
        return self.database.transaction()

    def store(
        self,
        article: Article,
        *,
        urls: Iterable[str] = (),
        validators: Validators | None = None,
        run: int | None = None,
        now: datetime | None = None,
    ) -> Stored:
        """Store an article as new, as a new version, or as seen unchanged.

        ``urls`` are addresses beside its own under which it was found, ``validators`` what its server gave
        to ask for changes, ``run`` the number of the run that stores it.

        Raises:
            ValueError: the record has no body.
            ArchiveError: it could not be stored; then nothing was.
        """
        return self.store_prepared(prepare(article, urls, validators, now=now or _now()), run=run)

    def store_prepared(self, prepared: Prepared, *, run: int | None = None) -> Stored:
        """Like :meth:`store`, for an article on which all work outside the archive is done."""
        with self.transaction():
            stored = self.articles.store(prepared, run=run)
            if stored.outcome != "unchanged":
                self._has_stored = True
                if self._fresh.full:
                    self.sort_in()
        return stored

    @contextmanager
    def storing(self, group: Sequence[Prepared]) -> Iterator[None]:
        """A transaction in which a group of articles is stored: what each will ask is asked at once."""
        self.database.words.ready([prepared.line for prepared in group])
        with self.transaction():
            if len(group) > 1:
                self._foresight.look(
                    [prepared.article.id for prepared in group],
                    [prepared.article.url for prepared in group],
                    (place for prepared in group for place in prepared.text.places_around),
                )
            yield

    def store_all(self, group: Sequence[Prepared], *, run: int | None = None) -> list[Stored]:
        """Store articles in one transaction, as :meth:`store_prepared` does each."""
        with self.storing(group):
            return [self.store_prepared(prepared, run=run) for prepared in group]

    def sort_in(self) -> None:
        """Take the words and bands of the texts stored last into the large indexes."""
        with self.transaction():
            if self._fresh.empty():
                return
            self.copies.place(self._fresh.places())
            self.database.words.sort_in(self._fresh.texts())
            self._fresh.clear()

    def see(self, url: str, *, now: datetime | None = None) -> bool:
        """Note that the article at ``url`` was seen unchanged; false if there is none."""
        with self.transaction():
            return self.articles.see(url, now=now or _now())

    def known(self, url: str, *, now: datetime | None = None) -> bool:
        """Whether nothing is to be done when a listing names ``url``.

        True for an article's address, for one that is wanted already, and for one that was refused and is
        not yet to be tried again.
        """
        return self.frontier.known(url, now=now or _now())

    def has(self, article_id: str) -> bool:
        """Whether the article with this id is stored."""
        return self.articles.has(article_id)

    def has_site(self, site: str) -> bool:
        """Whether anything of a site is stored."""
        return self.database.one("SELECT 1 FROM articles WHERE site = ? LIMIT 1", (site,)) is not None

    def find(self, name: str) -> str | None:
        """The id of the article with this id, with an id that alone begins so, or with this address."""
        return self.articles.find(name)

    def versions(self, article_id: str) -> list[Version]:
        """Every version of an article, the first one first; empty if there is none."""
        return self.articles.versions(article_id)

    def search(self, selection: Selection, *, limit: int, newest: bool = False) -> Found:
        """Articles that ``selection`` chooses, the best matches first, or the newest.

        Raises:
            QueryError: the words to search for name nothing.
        """
        return self.words.search(selection, limit=limit, newest=newest)

    def due(
        self, site: str, *, now: datetime | None = None, limit: int = 1000
    ) -> Iterator[tuple[str, Validators]]:
        """Articles of a site that are to be seen again, and what to ask their server with."""
        rows = self.articles.due(site, now=now or _now(), limit=limit)
        return ((url, Validators(etag, last_modified)) for url, etag, last_modified in rows)

    def mark_day_done(self, site: str, day: date) -> None:
        """Note that everything a site's index lists for ``day`` has been found."""
        with self.transaction():
            self.walks.mark_day_done(site, day, now=_now())

    def days_done(self, site: str) -> set[date]:
        """The days of a site that need no walk any more."""
        return self.walks.days_done(site)

    def renew_copies(self, *, now: datetime | None = None, span: timedelta = 2 * WINDOW) -> int:
        """Make the bands of recent texts anew if another newscrawl, or one without MinHash, made them.

        Returns:
            How many articles of the last ``span`` were looked at again; 0 if nothing has changed.
        """
        if self.copies.algorithm() == near.ALGORITHM:
            return 0
        since = to_text((now or _now()) - span)
        keys = [
            row[0] for row in self.database.all("SELECT key FROM articles WHERE last_seen >= ?", (since,))
        ]
        for start in range(0, len(keys), _RENEWED_AT_ONCE):
            with self.transaction():
                for key in keys[start : start + _RENEWED_AT_ONCE]:
                    self._renew(key)
        with self.transaction():
            self.copies.use_algorithm()
        return len(keys)

    def _renew(self, key: int) -> None:
        row = self.database.one(
            f"SELECT content_hash, coalesce(day, substr(first_seen, 1, 10)), {intact.OF_VERSIONS}"
            " FROM articles JOIN versions ON versions.key = articles.latest WHERE articles.key = ?",
            (key,),
        )
        if row:
            content_hash, day, *version = row
            record = json.loads(intact.checked(self.database, version))
            text = Text.of(record["body"], content_hash, date.fromisoformat(day))
            self.copies.join(key, text)
            self.copies.place([(place, key) for place in text.places])


def _now() -> datetime:
    return datetime.now(UTC)
