"""Which articles are new to a watch."""

from __future__ import annotations

from newscrawl.archive import Archive
from newscrawl.record.query import parse_query
from newscrawl.watches.watch import Watch


def newest_version(archive: Archive) -> int:
    """The key of the version that was stored last."""
    row = archive.database.one("SELECT max(key) FROM versions")
    return int(row[0] or 0) if row else 0


def new_matches(archive: Archive, watch: Watch) -> list[str]:
    """The ids of the articles that match now and did not when the watch looked last, the oldest first.

    An article that was edited since and matched before is none of them. The words must be asked for in a
    snapshot or transaction of the archive.
    """
    selection = watch.selection()
    if selection is None:
        return []
    condition, values = archive.words.condition(selection)
    rows = archive.database.all(
        f"SELECT articles.id FROM articles WHERE {condition}"
        " AND articles.key IN (SELECT article FROM versions WHERE key > ?)"
        " ORDER BY published_at IS NULL, published_at, id",
        (*values, watch.seen),
    )
    return [article_id for (article_id,) in rows if not _matched_before(archive, watch, article_id)]


def _matched_before(archive: Archive, watch: Watch, article_id: str) -> bool:
    before = archive.database.all(
        "SELECT number FROM versions JOIN articles ON articles.key = versions.article"
        " WHERE articles.id = ? AND versions.key <= ? ORDER BY number DESC LIMIT 1",
        (article_id, watch.seen),
    )
    if not before:
        return False
    record = next(each.record for each in archive.versions(article_id) if each.number == before[0][0])
    return parse_query(watch.words).matches(record["title"] or "", record["body"] or "")
