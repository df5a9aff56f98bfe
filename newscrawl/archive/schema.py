"""The tables of the archive, and how an older archive becomes a current one."""

from __future__ import annotations

from collections.abc import Sequence

from newscrawl.archive.database import Database, Step
from newscrawl.archive.errors import ArchiveDamagedError, ArchiveSchemaError
from newscrawl.archive.intact import add_checksums

FIRST = """
CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE articles (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    site TEXT NOT NULL,
    url TEXT NOT NULL,
    title TEXT,
    section TEXT,
    language TEXT,
    source TEXT,
    published_at TEXT,
    published_precision TEXT,
    day TEXT,
    length INTEGER NOT NULL,
    version INTEGER NOT NULL,
    latest INTEGER NOT NULL,
    content_hash TEXT,
    first_seen TEXT NOT NULL,
    last_seen TEXT NOT NULL,
    next_visit TEXT,
    etag TEXT,
    last_modified TEXT,
    cluster INTEGER
);
CREATE INDEX articles_by_day ON articles (site, day);
CREATE INDEX articles_due ON articles (site, next_visit) WHERE next_visit IS NOT NULL;
CREATE INDEX articles_by_cluster ON articles (cluster) WHERE cluster IS NOT NULL;

CREATE TABLE versions (
    key INTEGER PRIMARY KEY,
    article INTEGER NOT NULL,
    number INTEGER NOT NULL,
    run INTEGER,
    stored_at TEXT NOT NULL,
    software TEXT NOT NULL,
    shape INTEGER NOT NULL,
    record TEXT NOT NULL,
    UNIQUE (article, number)
);

CREATE TABLE urls (
    url TEXT PRIMARY KEY,
    site TEXT NOT NULL,
    state TEXT NOT NULL,
    article INTEGER,
    hints TEXT,
    reason TEXT,
    attempts INTEGER NOT NULL DEFAULT 0,
    retry_at TEXT,
    changed_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX urls_wanted ON urls (site, retry_at) WHERE state = 'wanted';

CREATE TABLE listings (
    url TEXT PRIMARY KEY,
    site TEXT NOT NULL,
    etag TEXT,
    last_modified TEXT,
    read_at TEXT NOT NULL
);

CREATE TABLE days (
    site TEXT NOT NULL,
    day TEXT NOT NULL,
    done_at TEXT NOT NULL,
    PRIMARY KEY (site, day)
);

CREATE TABLE bands (
    bucket INTEGER NOT NULL,
    band INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (bucket, band, article)
) WITHOUT ROWID;

CREATE TABLE clusters (
    key INTEGER PRIMARY KEY,
    origin INTEGER NOT NULL
);

CREATE TABLE runs (
    key INTEGER PRIMARY KEY,
    site TEXT NOT NULL,
    started_at TEXT NOT NULL,
    ended_at TEXT,
    outcome TEXT,
    host TEXT NOT NULL,
    pid INTEGER NOT NULL,
    process TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    versions_before INTEGER NOT NULL,
    feeds TEXT NOT NULL,
    counts TEXT NOT NULL
);
CREATE INDEX runs_open ON runs (key) WHERE ended_at IS NULL;

CREATE TABLE walks (
    site TEXT NOT NULL,
    source TEXT NOT NULL,
    begun_at TEXT NOT NULL,
    ended_at TEXT,
    PRIMARY KEY (site, source)
);

CREATE VIRTUAL TABLE words USING fts5(title, body, content='', tokenize='unicode61 remove_diacritics 2');
INSERT INTO words (words, rank) VALUES ('hashsize', 8388608);
"""

SECOND = """
CREATE TABLE places (
    place INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (place, article)
) WITHOUT ROWID;
INSERT INTO places (place, article)
    SELECT DISTINCT bucket / 3 * 4294967296 + band % 4294967296, article FROM bands ORDER BY 1, 2;
DROP TABLE bands;
ALTER TABLE places RENAME TO bands;

CREATE TABLE fresh (
    version INTEGER PRIMARY KEY,
    article INTEGER NOT NULL,
    places BLOB NOT NULL
);

CREATE INDEX articles_by_time ON articles (published_at);
"""

THIRD = """
ALTER TABLE versions ADD COLUMN checksum BIGINT NOT NULL DEFAULT 0;
"""

FOURTH = """
CREATE TABLE pages (
    version BIGINT NOT NULL,
    part INTEGER NOT NULL,
    file TEXT NOT NULL,
    start BIGINT NOT NULL,
    url TEXT NOT NULL,
    digest TEXT NOT NULL,
    fetched_at TEXT NOT NULL,
    PRIMARY KEY (version, part)
);
CREATE INDEX pages_by_url ON pages (url);

ALTER TABLE versions ADD COLUMN read_at TEXT;
"""

STEPS: tuple[Step, ...] = (
    Step(FIRST, ""),
    Step(SECOND, ""),
    Step.same(THIRD, add_checksums),
    Step.same(FOURTH),
)
"""Step number n makes schema n + 1 out of schema n. A released one is never changed."""


def migrate(database: Database, steps: Sequence[Step] = STEPS) -> None:
    """Bring the archive to the newest schema, each step whole or not at all.

    Raises:
        ArchiveSchemaError: the archive is newer than this newscrawl, or older and may not be written.
        ArchiveDamagedError: the file holds the tables of something else.
    """
    current = _version(database, len(steps))
    if current == len(steps):
        return
    if not database.writable:
        raise ArchiveSchemaError(
            f"{database.name}: its schema {current} is older than {len(steps)} and the file may not be"
            " written; copy it to a folder of yours and name that with --data"
        )
    with database.transaction():
        # Another process may have done it since the look above.
        for number in range(_version(database, len(steps)), len(steps)):
            for statement in statements(database.script(steps[number])):
                database.execute(statement)
            if further := steps[number].further:
                further(database)
        database.execute(
            "INSERT INTO meta (name, value) VALUES ('schema', ?)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (str(len(steps)),),
        )


def statements(script: str) -> list[str]:
    """The single statements of a script; none of ours holds a semicolon inside."""
    return [part.strip() for part in script.split(";") if part.strip()]


def _version(database: Database, newest: int) -> int:
    tables = database.tables()
    if not tables:
        return 0
    row = database.one("SELECT value FROM meta WHERE name = 'schema'") if "meta" in tables else None
    if row is None:
        raise ArchiveDamagedError(
            f"{database.name}: it is no newscrawl archive but holds other tables; choose another with --data"
        )
    version = int(row[0])
    if version > newest:
        raise ArchiveSchemaError(
            f"{database.name}: its schema {version} is newer than {newest}, the newest this newscrawl knows;"
            " install a newer newscrawl"
        )
    return version
