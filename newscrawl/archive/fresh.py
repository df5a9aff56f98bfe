"""What was stored last: texts that the two large indexes do not hold yet.

Words and bands come in no order, so one article touches pages all over their indexes. A new text is therefore
noted in one row here, in the transaction that stores it, and sorted in with many others later. Whoever looks
something up looks in both places, so it makes no difference to what is found.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

from newscrawl.archive import intact
from newscrawl.archive.database import Database

MOST = 4000
"""So many texts gather before they are sorted in."""

_BAND = 0xFFFFFFFF
_SLOTS = 4096
_TEXTS = (
    f"SELECT {intact.COLUMNS.format('latest')}, {intact.COLUMNS.format('earlier')}"
    " FROM (SELECT article, min(version) AS first, max(version) AS last FROM fresh GROUP BY article) AS noted"
    " JOIN versions AS latest ON latest.key = noted.last"
    " LEFT JOIN versions AS earlier ON earlier.key = (SELECT key FROM versions"
    " WHERE article = noted.article AND key < noted.first ORDER BY number DESC LIMIT 1)"
    " ORDER BY noted.article"
)
_PAIR = struct.Struct("<II")


class Fresh:
    """The fresh texts of one archive. Every writing method belongs inside a transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._bands = _BandTable()
        self._last = self._count = 0
        self._undone = database.undone
        self._turn = 0

    def add(self, version: int, article: int, places: Sequence[int]) -> None:
        """Note a version of an article whose words and ``places`` (bucket and band) are in no index yet."""
        self._catch_up()
        packed = struct.pack(f"<{len(places)}Q", *places)
        self._database.add("fresh", {"version": version, "article": article, "places": packed})
        self._take(version, article, places)

    def sharing(self, bands: Sequence[int]) -> list[tuple[int, int]]:
        """Band and article for each of ``bands`` that a fresh text has."""
        self._catch_up()
        return self._bands.shared(bands)

    @property
    def full(self) -> bool:
        """Whether so many texts wait that they are to be sorted in."""
        return self._count >= MOST

    def empty(self) -> bool:
        """Whether no text waits."""
        return self._database.one("SELECT 1 FROM fresh LIMIT 1") is None

    def places(self) -> list[tuple[int, int]]:
        """Place and article of every fresh text, in order."""
        rows = self._database.stream("SELECT article, places FROM fresh")
        return sorted((place, article) for article, packed in rows for place in self._unpacked(packed))

    def texts(self) -> Iterator[tuple[int, str, str | None]]:
        """Of each article with a fresh text, in order: key, latest record, and the one that is indexed."""
        for row in self._database.stream(_TEXTS):
            latest, earlier = row[:5], row[5:]
            before = None if earlier[0] is None else intact.checked(self._database, earlier)
            yield latest[0], intact.checked(self._database, latest), before

    def clear(self) -> None:
        """Forget the fresh texts: they are sorted in."""
        self._database.execute("DELETE FROM fresh")
        self._forget()

    def _catch_up(self) -> None:
        """Take over what was noted since, by this process or another."""
        if self._undone != self._database.undone:
            # What was taken over may have been undone, and its numbers given to others.
            self._forget()
        if self._database.writing:
            if self._turn == self._database.turn:
                return  # nobody else has written since
            self._turn = self._database.turn
        rows = self._database.all(
            "SELECT version, article, places FROM fresh WHERE version > ? ORDER BY version", (self._last,)
        )
        for version, article, packed in rows:
            self._take(version, article, self._unpacked(packed))

    def _take(self, version: int, article: int, places: Sequence[int]) -> None:
        self._bands.add(article, [place & _BAND for place in places])
        self._last = version
        self._count += 1

    def _unpacked(self, packed: bytes) -> tuple[int, ...]:
        try:
            return struct.unpack(f"<{len(packed) // 8}Q", packed)
        except (TypeError, struct.error) as error:
            raise self._database.report(intact.strange(self._database, "fresh")) from error

    def _forget(self) -> None:
        self._bands = _BandTable()
        self._last = self._count = self._turn = 0
        self._undone = self._database.undone


class _BandTable:
    """Finds articles by band, in eight bytes a pair: each of a hundred crawls in one process has a table."""

    def __init__(self) -> None:
        self._slots: dict[int, bytearray] = {}

    def add(self, article: int, bands: Sequence[int]) -> None:
        for band in bands:
            slot = self._slots.get(band % _SLOTS)
            if slot is None:
                slot = self._slots[band % _SLOTS] = bytearray()
            slot += _PAIR.pack(band, article)

    def shared(self, bands: Sequence[int]) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        for band in bands:
            slot = self._slots.get(band % _SLOTS)
            # A quick look first: most bands are nobody else's.
            if slot is not None and band.to_bytes(4, "little") in slot:
                found += [pair for pair in _PAIR.iter_unpack(slot) if pair[0] == band]
        return found
