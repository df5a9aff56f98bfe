"""Finds the copies of a text among those published around the same time, and keeps them in clusters."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, timedelta

from newscrawl.archive import intact, near
from newscrawl.archive.database import Database, Row
from newscrawl.archive.foresight import Foresight
from newscrawl.archive.fresh import Fresh
from newscrawl.archive.near import Fingerprint
from newscrawl.archive.origins import Copy, likely_origin

WINDOW = timedelta(days=7)
"""How far apart two copies may have been published."""

# Texts of the same days lie together on the disk: wider buckets are looked up faster and written slower.
_BUCKET_DAYS = 15
_BAND_BITS = 32
_BAND = (1 << _BAND_BITS) - 1
_MOST_CANDIDATES = 100
_MOST_WEIGHED = 1000
_MOST_COMPARED = 15
"""So many candidates are compared word by word at the most, one of each cluster that is joined."""

# Among more than this only the earliest can be the origin; a cluster so large is a template, not a story.
_MOST_MEMBERS = 200
_ALGORITHM = "copies"


@dataclass(frozen=True, slots=True)
class Text:
    """A text to be looked up: what it says, its hash, its bands, and the day it was published on.

    The first of the bands is that of the hash.
    """

    fingerprint: Fingerprint
    content_hash: str
    bands: tuple[int, ...]
    day: date

    @classmethod
    def of(cls, body: str, content_hash: str, day: date) -> Text:
        """The text as it is compared."""
        fingerprint = Fingerprint(body)
        found = (near.exact_band(content_hash), *near.bands(fingerprint))
        return cls(fingerprint, content_hash, tuple(band & _BAND for band in found), day)

    @property
    def places(self) -> list[int]:
        """Where the text stands among the bands: its bucket and each band, in one number."""
        return _places([_bucket(self.day)], self.bands)

    @property
    def places_around(self) -> list[int]:
        """Where copies of the text may stand: published so close to it that they are looked for."""
        buckets = range(_bucket(self.day - WINDOW), _bucket(self.day + WINDOW) + 1)
        return _places(buckets, self.bands)


@dataclass(frozen=True, slots=True)
class Membership:
    """The cluster of an article, named by its likely origin's id, and that origin unless it is itself."""

    cluster: str | None = None
    copy_of: str | None = None


@dataclass(frozen=True, slots=True)
class _LookUp:
    """What shares bands with a text, and which of it is a copy as far as it was compared.

    Kept from the question whether an article is known under another address until it is stored: both look
    for the same, in one transaction.
    """

    text: Text
    undone: int
    rows: list[Row]
    verdicts: dict[int, bool] = field(default_factory=dict)


class Copies:
    """The copies in one archive. Every writing method belongs inside a transaction."""

    def __init__(self, database: Database, fresh: Fresh, foresight: Foresight) -> None:
        self._database = database
        self._fresh = fresh
        self._foresight = foresight
        self._looked_up: _LookUp | None = None

    def join(self, article: int, text: Text) -> bool:
        """Join an article with the copies of its text that are there.

        Returns:
            Whether there were copies.
        """
        clusters: set[int | None] = set()
        joined: set[int] = {article}
        for key, cluster in self._like(article, text):
            joined.add(key)
            clusters.add(cluster)
        self._looked_up = None
        if len(joined) > 1:
            self._join(joined, {cluster for cluster in clusters if cluster is not None})
        return len(joined) > 1

    def like(self, text: Text) -> list[tuple[int, bool]]:
        """Articles whose text is the same or nearly so, and whether title and text are word for word."""
        return [
            (row[0], row[2] == text.content_hash)
            for row in self._candidates(0, text)[:_MOST_COMPARED]
            if self._is_copy(text, row)
        ]

    def place(self, places: Collection[tuple[int, int]]) -> None:
        """Make texts findable, given each place with its article; quickest in order.

        A text that an article had in an earlier version stays findable too.
        """
        self._foresight.placed()
        self._database.add_missing("bands", ("place", "article"), places)

    def membership(self, article: int) -> Membership:
        """The cluster that an article is in."""
        row = self._database.one(
            "SELECT origin.id, origin.key, articles.cluster, origin.cluster FROM articles"
            " LEFT JOIN clusters ON clusters.key = articles.cluster"
            " LEFT JOIN articles AS origin ON origin.key = clusters.origin WHERE articles.key = ?",
            (article,),
        )
        if row is None or row[2] is None:
            return Membership()
        intact.check_cluster(self._database, article, row[2], row[3])
        return Membership(row[0], None if row[1] == article else row[0])

    def review_origin(self, article: int) -> None:
        """Choose the origin of an article's cluster again, after what decides about it has changed."""
        row = self._database.one("SELECT cluster FROM articles WHERE key = ?", (article,))
        if row and row[0] is not None:
            self._choose_origin(row[0])

    def algorithm(self) -> str | None:
        """How the bands in the archive were made; None in a new one."""
        row = self._database.one("SELECT value FROM meta WHERE name = ?", (_ALGORITHM,))
        return None if row is None else str(row[0])

    def use_algorithm(self) -> None:
        """Note that the bands from here on are made as this newscrawl makes them."""
        self._database.execute(
            "INSERT INTO meta (name, value) VALUES (?, ?)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (_ALGORITHM, near.ALGORITHM),
        )

    def _like(self, article: int, text: Text) -> list[tuple[int, int | None]]:
        """Articles with a copy of the text, each with its cluster; one of each cluster is enough."""
        found: list[tuple[int, int | None]] = []
        settled: set[int] = set()
        looked_at = 0
        for row in self._candidates(article, text):
            key, cluster = row[:2]
            if cluster in settled:
                continue
            if looked_at == _MOST_COMPARED:
                break
            looked_at += 1
            if self._is_copy(text, row):
                found.append((key, cluster))
                if cluster is not None:
                    settled.add(cluster)
        return found

    def _is_copy(self, text: Text, candidate: Row) -> bool:
        _, _, content_hash, latest = candidate
        if content_hash == text.content_hash:
            return True
        verdicts = self._looked_up.verdicts if self._looked_up is not None else {}
        if latest not in verdicts:
            verdicts[latest] = near.is_copy(text.fingerprint, self._fingerprint(latest))
        return verdicts[latest]

    def _fingerprint(self, version: int) -> Fingerprint:
        row = self._database.one(f"SELECT {intact.OF_VERSIONS} FROM versions WHERE key = ?", (version,))
        return Fingerprint((json.loads(intact.checked(self._database, row))["body"] if row else "") or "")

    def _candidates(self, article: int, text: Text) -> list[Row]:
        """Key, cluster, hash and latest version of what shares bands with the text, most bands first."""
        looked_up, undone = self._looked_up, self._database.undone
        if looked_up is None or looked_up.text is not text or looked_up.undone != undone:
            looked_up = self._looked_up = _LookUp(text, undone, self._look_up(text))
        return [row for row in looked_up.rows if row[0] != article]

    def _look_up(self, text: Text) -> list[Row]:
        shared = self._sharing(text)
        weighed = dict(shared.most_common(_MOST_WEIGHED))
        if not weighed:
            return []
        found = self._database.among(
            "SELECT key, cluster, content_hash, latest, id, coalesce(day, substr(first_seen, 1, 10))"
            " FROM articles WHERE key",
            weighed,
        )
        first, last = (text.day - WINDOW).isoformat(), (text.day + WINDOW).isoformat()
        rows = [row for row in found if first <= row[5] <= last]
        rows.sort(key=lambda row: (-weighed[row[0]], row[4]))
        return [row[:4] for row in rows[:_MOST_CANDIDATES]]

    def _sharing(self, text: Text) -> Counter[int]:
        """How many bands each article shares with the text, where that is enough."""
        places = text.places_around
        rows = self._foresight.standing(places)
        if rows is None:
            rows = self._database.among("SELECT place, article FROM bands WHERE place", places)
        pairs = {(place & _BAND, article) for place, article in rows}
        pairs.update(self._fresh.sharing(text.bands))
        if not pairs:
            return Counter()
        exact = text.bands[0]
        counts = Counter(article for _, article in pairs)
        return Counter(
            {
                article: count
                for article, count in counts.items()
                if count >= near.LEAST_SHARED or (exact, article) in pairs
            }
        )

    def _join(self, articles: set[int], clusters: set[int]) -> None:
        own = self._database.one(
            f"SELECT min(cluster) FROM articles WHERE key IN ({_marks(articles)})", tuple(articles)
        )
        if own and own[0] is not None:
            clusters = clusters | {own[0]}
        origin = {"origin": min(articles)}
        cluster = min(clusters) if clusters else self._database.append("clusters", origin)
        for other in clusters - {cluster}:
            self._database.execute("UPDATE articles SET cluster = ? WHERE cluster = ?", (cluster, other))
            self._database.execute("DELETE FROM clusters WHERE key = ?", (other,))
        self._database.execute(
            f"UPDATE articles SET cluster = ? WHERE key IN ({_marks(articles)})", (cluster, *articles)
        )
        self._choose_origin(cluster)

    def _choose_origin(self, cluster: int) -> None:
        members = self._database.all(
            "SELECT key, id, site, source, published_at, published_precision, first_seen"
            " FROM articles WHERE cluster = ? ORDER BY published_at IS NULL, published_at, id LIMIT ?",
            (cluster, _MOST_MEMBERS),
        )
        origin = likely_origin([Copy(*member) for member in members])
        self._database.execute("UPDATE clusters SET origin = ? WHERE key = ?", (origin.key, cluster))


def _bucket(day: date) -> int:
    return day.toordinal() // _BUCKET_DAYS


def _places(buckets: Collection[int], bands: Collection[int]) -> list[int]:
    return [bucket << _BAND_BITS | band for bucket in buckets for band in bands]


def _marks(values: Collection[int]) -> str:
    return ", ".join("?" * len(values))
