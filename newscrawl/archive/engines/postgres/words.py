"""The words of an archive in PostgreSQL: a ``tsvector`` an article, under a GIN index.

Words are cut here and not by the server's parser, which takes addresses, file names and numbers for words of
their own kinds: so both engines find the same. A word is a run of letters and digits, without case and
accents, as SQLite's ``unicode61`` has it. GIN gathers what is new by itself, so an article's words are taken
up with the article.
"""

from __future__ import annotations

import re
import struct
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING, ClassVar

import psycopg
from psycopg.adapt import Dumper

from newscrawl.archive import lines
from newscrawl.archive.query import TITLE_WEIGHT, FreshText, Query, Sql, TakeText, Term, Words

if TYPE_CHECKING:
    from newscrawl.archive.database import Database, Parameters

_WORD = re.compile(r"[^\W_]+")
_SIGNS = "\u201c\u201d\u2018\u2019\u2013\u2014\u2026\u2022\u00a0"
"""Signs of typeset text: of most texts all that is no ASCII."""

_SPACED = bytes(byte if chr(byte).isalnum() else 0x20 for byte in range(128)) + bytes(128)
"""What becomes of each byte of ASCII where words are cut."""

_ACCENT = re.compile("[\u0300-\u036f]")
_LAST_PLACE = 16_383
"""The last place that a tsvector tells: of longer texts phrases are found in the beginning."""

_MOST_PLACES = 255
_LONGEST_WORD = 500
_MOST_BYTES = 500_000
"""A tsvector has less than 1 MB; words of a text beyond this, a novel's, are not found."""

_LOADING = ("SET LOCAL gin_pending_list_limit = '64MB'", "SET LOCAL work_mem = '64MB'")
"""For one transaction that takes up many articles: GIN sorts in as many at once as these hold."""

_OWNED = (
    "SELECT 1 FROM pg_class WHERE oid = to_regclass('words') AND pg_has_role(current_user, relowner, 'USAGE')"
)

_INDEXING = ("SET LOCAL maintenance_work_mem = '256MB'", "SET LOCAL min_parallel_table_scan_size = '64kB'")
"""For the transaction that makes the index, by several processes from PostgreSQL 18 on: judged by the table's
own pages, which hold next to nothing of the words, it would be taken for too small for that."""

_USUAL = 2000
"""Words of a title and text that are written the quick way; few texts have more."""

_A, _C = 3 << 14, 1 << 14
"""The labels of words in the title and in the text, as they stand in two bytes with the place."""

_IN_TITLE = [struct.pack(">H", _A | place).decode("latin-1") for place in range(1, _USUAL + 2)]
_IN_BODY = [struct.pack(">H", _C | place).decode("latin-1") for place in range(1, _USUAL + 2)]
_ENDED = [f"\0{struct.pack('>H', size // 2).decode('latin-1')}" for size in range(2 * _MOST_PLACES + 1)]
"""Each place, and the end of each word with the number of its places, by their size, as they are written.

To write them takes longer than to look them up. They are bytes, as letters until all are joined.
"""

_WEIGHTS = f"'{{0, {1 / TITLE_WEIGHT}, 0, 1}}'"
"""Of the labels D, C, B and A: the title's words are A, those of the text C."""

Beside = Callable[[str, Sequence[str]], AbstractContextManager[Callable[["Parameters"], None]]]
"""Takes up rows for a table and its columns by a connection of their own."""


class Vector(bytes):
    """A tsvector as PostgreSQL sends and takes it in binary: it has not to be read, which takes longest."""


class VectorDumper(Dumper):
    """Gives a vector to psycopg."""

    format = psycopg.pq.Format.BINARY
    oid = psycopg.adapters.types["tsvector"].oid

    def dump(self, obj: Vector) -> Vector:
        """The vector, as it is."""
        return obj


class PostgresWords(Words):
    """The words of one archive's articles, ranked by ``ts_rank``."""

    most_ranked: ClassVar[int | None] = 5_000
    """A rank is made of the whole tsvector, which takes longer than to find it: more would decide what
    a search costs (``python -m benchmarks.server_size --articles 1000000 --asked``)."""

    def __init__(self, database: Database, beside: Beside) -> None:
        self._database = database
        self._beside = beside
        self._ready: dict[str, Vector] = {}

    def ready(self, records: Sequence[str]) -> None:
        self._ready = {record: vector(*lines.texts(record)) for record in records}

    def add(self, article: int, record: str) -> None:
        found = self._ready.pop(record, None) or vector(*lines.texts(record))
        self._database.add("words", {"article": article, "found": found})

    def renew(self, article: int, record: str) -> None:
        self._database.execute(
            "INSERT INTO words (article, found) VALUES (?, ?)"
            " ON CONFLICT (article) DO UPDATE SET found = excluded.found",
            (article, vector(*lines.texts(record))),
        )

    def sort_in(self, texts: Iterable[FreshText]) -> None:
        """Nothing: every article's words are there."""

    def before_loading(self) -> None:
        # A whole index is made in half the time of one that grows, and is half as large.
        if self.last() == 0 and self._owned():
            self._database.execute("DROP INDEX IF EXISTS words_found")

    def load(self, texts: Iterable[tuple[int, str]]) -> None:
        for setting in _LOADING:
            self._database.execute(setting)
        # One after the other, so that the server takes the first ones up while the others are made.
        found = ((article, vector(*lines.texts(record))) for article, record in texts)
        self._database.load("words", ("article", "found"), found)

    @contextmanager
    def beside(self) -> Iterator[TakeText]:
        with self._beside("words", ("article", "found")) as write:
            yield lambda article, record: write((article, vector(*lines.texts(record))))

    def loaded(self) -> None:
        if not self._owned():
            return
        if self._database.one("SELECT to_regclass('words_found')") != (None,):
            # Each search reads through all that GIN has not sorted in.
            self._database.one("SELECT gin_clean_pending_list('words_found')")
            return
        for setting in _INDEXING:
            self._database.execute(setting)
        self._database.execute("CREATE INDEX words_found ON words USING gin (found)")

    def _owned(self) -> bool:
        """Whether this role may make and drop indexes, and not only write rows."""
        return self._database.one(_OWNED) is not None

    def last(self) -> int:
        row = self._database.one("SELECT max(article) FROM words")
        return row[0] or 0 if row else 0

    def look_into(self, texts: Iterable[FreshText]) -> None:
        # Every article's words are there. Most lie outside of their table's own pages, which the planner
        # does not count: it would read them all where a word stands in many texts.
        self._database.execute("SET LOCAL enable_seqscan = off")

    def matching(self, query: Query) -> Sql:
        return "SELECT article FROM words WHERE found @@ CAST(? AS tsquery)", [expression(query)]

    def scores(self, query: Query) -> Sql:
        return (
            f"SELECT article, -ts_rank({_WEIGHTS}, found, CAST(? AS tsquery)) AS score"
            " FROM ranked JOIN words ON words.article = ranked.key",
            [expression(query)],
        )


def words_of(text: str) -> list[str]:
    """The words of a text, in order, without case and accents."""
    folded = text.lower()
    if not folded.isascii():
        for sign in _SIGNS:
            folded = folded.replace(sign, " ")
    if folded.isascii():
        # Half the time of the expression, which has to ask of each letter what it is.
        words = folded.encode().translate(_SPACED).decode().split()
    else:
        bare = _ACCENT.sub("", unicodedata.normalize("NFD", folded))
        words = _WORD.findall(unicodedata.normalize("NFC", bare))
    if max(map(len, words), default=0) > _LONGEST_WORD:
        return [word[:_LONGEST_WORD] for word in words]
    return words


def vector(title: str | None, body: str | None) -> Vector:
    """The tsvector of a title and a text; no phrase reaches from one into the other."""
    of_title, of_body = words_of(title or ""), words_of(body or "")
    if len(of_title) + len(of_body) <= _USUAL:
        places: dict[str, str] = {}
        _place(places, _as_letters(of_title), _IN_TITLE)
        _place(places, _as_letters(of_body), _IN_BODY[len(of_title) + 1 :])
        try:
            found = "".join([f"{word}{_ENDED[len(at)]}{at}" for word, at in places.items()])
        except IndexError:  # a word stands there more often than a tsvector tells
            return bounded_vector(of_title, of_body)
        if len(found) <= _MOST_BYTES:
            return _vector(len(places), found.encode("latin-1"))
    return bounded_vector(of_title, of_body)


def _as_letters(words: list[str]) -> list[str]:
    """Words of which each letter is one byte of theirs."""
    joined = " ".join(words)
    return words if joined.isascii() else joined.encode().decode("latin-1").split(" ")


def _place(places: dict[str, str], words: list[str], at: Sequence[str]) -> None:
    for word, place in zip(words, at, strict=False):
        places[word] = places[word] + place if word in places else place


def _vector(count: int, words: bytes) -> Vector:
    return Vector(struct.pack(">i", count) + words)


def bounded_vector(of_title: list[str], of_body: list[str]) -> Vector:
    """The same of words, within all bounds of a tsvector."""
    places: dict[str, list[int]] = {}
    size = 0
    place = 0
    for label, words in ((_A, of_title), (_C, of_body)):
        for word in words:
            place += 1
            at = places.get(word)
            if at is None:
                size += len(word.encode())
                if size > _MOST_BYTES:
                    break
                at = places[word] = []
            if len(at) < _MOST_PLACES and (place <= _LAST_PLACE or not at):
                at.append(label | min(place, _LAST_PLACE))
        place += 1
    written = (word.encode() + struct.pack(f">xH{len(at)}H", len(at), *at) for word, at in places.items())
    return _vector(len(places), b"".join(written))


def expression(query: Query) -> str:
    """A query as PostgreSQL writes a tsquery; the empty one finds nothing."""
    wanted = [_found(terms) for terms in query.wanted]
    if not all(wanted):
        # Signs alone, such as "_", are no word, and stand in no text.
        return ""
    either = [f"({' | '.join(terms)})" for terms in wanted]
    return " & ".join([*either, *(f"!({term})" for term in _found(query.excluded))])


def _found(terms: Iterable[Term]) -> list[str]:
    return [written for term in terms if (written := _term(term))]


def _term(term: Term) -> str:
    words = words_of(" ".join(term.words))
    if not words:
        return ""
    *others, last = [f"'{word}'" for word in words]
    return " <-> ".join([*others, f"{last}:*" if term.prefix else last])
