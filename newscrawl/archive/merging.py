"""Several archives become one: every version in the order in which it was fetched."""

from __future__ import annotations

import heapq
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import islice

from newscrawl.archive import intact, lines
from newscrawl.archive.archive import Archive
from newscrawl.archive.prepared import prepare
from newscrawl.items import Article
from newscrawl.record.as_json import from_dict

_AT_ONCE = 200
"""Versions in one transaction: a commit waits for the disk."""


@dataclass(slots=True)
class Merged:
    """What came of a merge: versions read, and articles and versions that the new archive holds."""

    read: int = 0
    articles: int = 0
    versions: int = 0


def merge(
    sources: Sequence[Archive],
    target: Archive,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> Merged:
    """Store every version of ``sources`` in the empty archive ``target``, the oldest first.

    So an article that several of them hold has its versions in order, each once, and copies are found across
    all. The days that any of them walked to their end are done. What else is remembered of listings, what was
    found and not fetched, and where kept pages lie stays behind: the next crawl looks at the listings anew.

    Raises:
        ArchiveError: one cannot be read or written, or something in it is damaged.
    """
    merged = Merged()
    counted = [source.database.one("SELECT count(*) FROM versions") for source in sources]
    total = sum(row[0] for row in counted if row)
    articles = heapq.merge(*map(_articles, sources), key=_instant)
    while some := list(islice(articles, _AT_ONCE)):
        now = datetime.now(UTC)
        for stored in target.store_all([prepare(article, now=now) for article in some]):
            merged.articles += stored.outcome == "new"
            merged.versions += stored.outcome != "unchanged"
        merged.read += len(some)
        progress(merged.read, total)
    for source in sources:
        for site, day in source.database.all("SELECT site, day FROM days"):
            target.mark_day_done(site, date.fromisoformat(day))
    return merged


def _articles(archive: Archive) -> Iterator[Article]:
    """Every version as an article, in the order in which they were fetched; sixty bytes of each are held."""
    order = []
    for key, record in archive.database.stream("SELECT key, record FROM versions"):
        order.append((_instant(from_dict(json.loads(record))), key))
    order.sort()
    for _, key in order:
        version = archive.database.one(f"SELECT {intact.OF_VERSIONS} FROM versions WHERE key = ?", (key,))
        if version is None:
            raise intact.missing(archive.database, 1)
        line = intact.checked(archive.database, version)
        yield from_dict(lines.whole_record(line, version[2], cluster=None, copy_of=None))


def _instant(article: Article) -> float:
    return article.fetched_at.timestamp() if article.fetched_at else 0.0
