"""Articles and their versions: how one is stored, and how it is read back."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal, NamedTuple

from newscrawl.archive import intact, lines, revisits
from newscrawl.archive.copies import Copies, Membership
from newscrawl.archive.database import Database, Row
from newscrawl.archive.foresight import Foresight
from newscrawl.archive.fresh import Fresh
from newscrawl.archive.moments import from_text, to_text
from newscrawl.archive.prepared import Prepared, Validators, facts_of
from newscrawl.archive.versions import changed_fields
from newscrawl.items import Article
from newscrawl.record.as_json import to_dict
from newscrawl.record.kinship import may_be_one
from newscrawl.record.version import __version__

Outcome = Literal["new", "updated", "unchanged", "earlier"]
"""What became of an article; ``earlier`` is a version that was fetched before others that are stored."""


@dataclass(frozen=True, slots=True)
class Stored:
    """What storing did: the outcome, and the record with its version, changes and cluster filled in."""

    outcome: Outcome
    article: Article


class Version(NamedTuple):
    """One version of an article: its number, when it was stored, and the full record."""

    number: int
    stored_at: datetime
    record: dict[str, Any]


class Twin(NamedTuple):
    """A stored article with the same text; ``exact`` if the title is the same too."""

    id: str
    url: str
    exact: bool


class Known(NamedTuple):
    """A stored article as its latest version is."""

    key: int
    id: str
    version: int
    first_seen: str
    line: str
    shape: int


class Articles:
    """The articles of one archive. Every writing method belongs inside a transaction."""

    def __init__(
        self,
        database: Database,
        copies: Copies,
        fresh: Fresh,
        foresight: Foresight,
        schedule: revisits.Schedule,
    ) -> None:
        self.database = self._database = database
        self._copies = copies
        self._fresh = fresh
        self._foresight = foresight
        self.schedule = schedule

    def store(self, prepared: Prepared, *, run: int | None = None) -> Stored:
        """Store an article, its version, its addresses and its bands."""
        known = self.known_as(prepared.article)
        return self._insert(prepared, run) if known is None else self._update(prepared, known, run)

    def known_as(self, article: Article) -> Known | None:
        """What is stored of an article, under its id or its address."""
        return self._known("id", article.id) or self._known("url", article.url)

    def see(self, url: str, *, now: datetime) -> bool:
        """Note that the article at ``url`` was seen unchanged; false if there is none."""
        row = self._database.one(
            "SELECT articles.key, published_at, first_seen FROM urls"
            " JOIN articles ON articles.key = urls.article WHERE urls.url = ?",
            (url,),
        )
        if row is None:
            return False
        following = self._next_visit(from_text(row[1] or row[2]), now)
        self._database.execute(
            "UPDATE articles SET last_seen = ?, next_visit = ? WHERE key = ?",
            (to_text(now), following, row[0]),
        )
        return True

    def twin(self, prepared: Prepared) -> Twin | None:
        """An article of the same site with the text of one that is to be stored under another id."""
        article = prepared.article
        if self.has(article.id):
            return None
        for key, exact in self._copies.like(prepared.text):
            row = self._database.one("SELECT id, url, site FROM articles WHERE key = ?", (key,))
            if row is not None and row[2] == article.site and (exact or may_be_one(row[1], article.url)):
                return Twin(row[0], row[1], exact)
        return None

    def add_address(self, url: str, site: str, article_id: str, *, now: datetime) -> bool:
        """Note that ``url`` leads to a stored article; false if there is none with that id."""
        row = self._database.one("SELECT key FROM articles WHERE id = ?", (article_id,))
        if row is not None:
            self._note_addresses([url], site, row[0], to_text(now))
        return row is not None

    def has(self, article_id: str) -> bool:
        """Whether the article with this id is stored."""
        if self._foresight.is_missing(article_id):
            return False
        return self._database.one("SELECT 1 FROM articles WHERE id = ?", (article_id,)) is not None

    def newest(self, site: str, *, limit: int) -> list[str]:
        """Addresses of a site's articles, those of the latest days first."""
        rows = self._database.all(
            "SELECT url FROM articles WHERE site = ? ORDER BY day DESC NULLS LAST LIMIT ?", (site, limit)
        )
        return [url for (url,) in rows]

    def has_of(self, ids: Collection[str]) -> set[str]:
        """Those of ``ids`` that are stored."""
        return {row[0] for row in self._database.among("SELECT id FROM articles WHERE id", ids)}

    def find(self, name: str) -> str | None:
        """The id of the article with this id, the start of it if only one has it, or one of its addresses."""
        row = self._database.one(
            "SELECT articles.id FROM urls JOIN articles ON articles.key = urls.article WHERE urls.url = ?",
            (name,),
        )
        if row is not None:
            return str(row[0])
        ids = self.beginning(name)
        return ids[0] if len(ids) == 1 or name in ids[:1] else None

    def beginning(self, name: str) -> list[str]:
        """The first two of the ids that begin so, in their order."""
        if not name or not name.isalnum():
            return []
        end = name[:-1] + chr(ord(name[-1]) + 1)
        rows = self._database.all(
            "SELECT id FROM articles WHERE id >= ? AND id < ? ORDER BY id LIMIT 2", (name, end)
        )
        return [article_id for (article_id,) in rows]

    def versions(self, article_id: str) -> list[Version]:
        """Every version of an article, the first one first; empty if there is none."""
        rows = self._database.all(
            f"SELECT stored_at, {intact.OF_VERSIONS} FROM articles"
            " JOIN versions ON versions.article = articles.key WHERE id = ? ORDER BY number",
            (article_id,),
        )
        if not rows:
            return []
        member = self._copies.membership(rows[0][1])
        return [
            Version(
                version[1],
                from_text(stored_at),
                lines.whole_record(
                    intact.checked(self._database, version),
                    version[2],
                    cluster=member.cluster,
                    copy_of=member.copy_of,
                ),
            )
            for stored_at, *version in rows
        ]

    def line(self, article_id: str, number: int) -> str:
        """The full record of one version, as a line of JSON.

        Raises:
            LookupError: there is no such version.
        """
        row = self._database.one(
            f"SELECT {intact.OF_VERSIONS} FROM articles"
            " JOIN versions ON versions.article = articles.key WHERE id = ? AND number = ?",
            (article_id, number),
        )
        if row is None:
            raise LookupError(f"{article_id} has no version {number}")
        member = self._copies.membership(row[0])
        line = intact.checked(self._database, row)
        return lines.whole_line(line, row[2], cluster=member.cluster, copy_of=member.copy_of)

    def append_version(self, article: int, number: int, line: str, run: int | None) -> int:
        """Store a version of the article with the key ``article``; the version's key."""
        return self._database.append(
            "versions",
            {
                "article": article,
                "number": number,
                "run": run,
                "stored_at": to_text(datetime.now(UTC)),
                "software": __version__,
                "shape": lines.SHAPE,
                "record": line,
                "checksum": intact.checksum(article, number, lines.SHAPE, line),
            },
        )

    def validators(self, url: str) -> Validators:
        """What to ask the server of the article at ``url`` with; empty if there is nothing."""
        row = self._database.one(
            "SELECT etag, last_modified FROM urls JOIN articles ON articles.key = urls.article"
            " WHERE urls.url = ?",
            (url,),
        )
        return Validators(*row) if row else Validators()

    def due(self, site: str, *, now: datetime, limit: int) -> Iterator[Row]:
        """Address, ETag and Last-Modified of the articles of a site to be seen again, longest due first."""
        return self._database.stream(
            "SELECT url, etag, last_modified FROM articles"
            " WHERE site = ? AND next_visit IS NOT NULL AND next_visit <= ? ORDER BY next_visit, id LIMIT ?",
            (site, to_text(now), limit),
        )

    def _known(self, column: str, value: str) -> Known | None:
        """The article with that id, or with that canonical address: ids change with a publisher's rules."""
        if self._foresight.is_missing(value):
            return None
        source = "articles" if column == "id" else "urls JOIN articles ON articles.key = urls.article"
        condition = "id = ?" if column == "id" else "urls.url = ? AND articles.url = urls.url"
        row = self._database.one(
            f"SELECT id, first_seen, {intact.OF_VERSIONS} FROM {source}"
            f" JOIN versions ON versions.key = articles.latest WHERE {condition}",
            (value,),
        )
        if row is None:
            return None
        found, first_seen, *version = row
        key, number, shape = version[:3]
        return Known(key, found, number, first_seen, intact.checked(self._database, version), shape)

    def _insert(self, prepared: Prepared, run: int | None) -> Stored:
        article = prepared.article
        key = self._database.next_key("articles")
        latest = self.append_version(key, 1, prepared.line, run)
        facts = {
            "key": key,
            "id": article.id,
            "version": 1,
            "latest": latest,
            "first_seen": prepared.seen_at,
            **self._facts(prepared, prepared.seen_at),
        }
        self._database.add("articles", facts)
        self._foresight.is_there(article.id)
        self._know(key, prepared)
        copied = self._copies.join(key, prepared.text)
        self._fresh.add(latest, key, prepared.text.places)
        self._database.words.add(key, prepared.line)
        return Stored("new", self._with_cluster(key, article) if copied else article)

    def _update(self, prepared: Prepared, known: Known, run: int | None) -> Stored:
        before = lines.whole_record(known.line, known.shape, cluster=None, copy_of=None)
        changes = changed_fields(before, to_dict(prepared.article))
        self._know(known.key, prepared)
        if not changes:
            self._set(known.key, self._visit_facts(prepared, known.first_seen))
            article = dataclasses.replace(
                prepared.article, id=known.id, version=known.version, changed=before["changed"]
            )
            return Stored("unchanged", self._with_cluster(known.key, article))
        article = dataclasses.replace(
            prepared.article, id=known.id, version=known.version + 1, changed=changes
        )
        line = lines.to_line(article)
        latest = self.append_version(known.key, article.version, line, run)
        facts = {"version": article.version, "latest": latest, **self._facts(prepared, known.first_seen)}
        self._set(known.key, facts)
        self._copies.join(known.key, prepared.text)
        self._fresh.add(latest, known.key, prepared.text.places)
        self._database.words.renew(known.key, line)
        self._copies.review_origin(known.key)
        return Stored("updated", self._with_cluster(known.key, article))

    def _facts(self, prepared: Prepared, first_seen: str) -> dict[str, Any]:
        return {**facts_of(prepared.article), **self._visit_facts(prepared, first_seen)}

    def _visit_facts(self, prepared: Prepared, first_seen: str) -> dict[str, Any]:
        article = prepared.article
        # An article that lacks pages is fresh again, and due at once: the missing ones may turn up.
        complete = article.pages >= article.pages_announced
        born = article.published_at if complete and article.published_at else from_text(first_seen)
        due = self._next_visit(min(born, prepared.seen), prepared.seen)
        return {
            "last_seen": prepared.seen_at,
            "next_visit": due if complete or due is None else prepared.seen_at,
            "etag": prepared.validators.etag,
            "last_modified": prepared.validators.last_modified,
        }

    def _next_visit(self, born: datetime, now: datetime) -> str | None:
        following = revisits.next_visit(self.schedule, born=born, now=now)
        return None if following is None else to_text(following)

    def _set(self, key: int, facts: dict[str, Any]) -> None:
        assignments = ", ".join(f"{name} = ?" for name in facts)
        self._database.execute(f"UPDATE articles SET {assignments} WHERE key = ?", (*facts.values(), key))

    def _know(self, key: int, prepared: Prepared) -> None:
        self._note_addresses(prepared.urls, prepared.article.site, key, prepared.seen_at)

    def _note_addresses(self, urls: Iterable[str], site: str, key: int, seen: str) -> None:
        addresses = list(urls)
        self._foresight.is_there(*addresses)
        self._database.execute_later(
            "INSERT INTO urls (url, site, state, article, changed_at) VALUES (?, ?, 'article', ?, ?)"
            " ON CONFLICT (url) DO UPDATE SET state = excluded.state, article = excluded.article,"
            " hints = NULL, reason = NULL, attempts = 0, retry_at = NULL, changed_at = excluded.changed_at"
            " WHERE urls.article IS NULL OR urls.article <> excluded.article",
            [(url, site, key, seen) for url in addresses],
        )

    def _with_cluster(self, key: int, article: Article) -> Article:
        member: Membership = self._copies.membership(key)
        return dataclasses.replace(article, cluster=member.cluster, copy_of=member.copy_of)
