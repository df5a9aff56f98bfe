"""Reads kept pages again with today's reader, and tells what that changes in the records."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from newscrawl.archive.lines import LATE_FIELDS
from newscrawl.items import Article
from newscrawl.reading import UnreadablePageError, stages
from newscrawl.reading.joining import complete_from
from newscrawl.record.as_json import from_dict, to_dict
from newscrawl.warc.captures import Capture, Passed
from newscrawl.warc.extracting import parsed
from newscrawl.warc.processes import in_order
from newscrawl.warc.reading import capture_at
from newscrawl.warc.sources import A_RECORD, is_remote, open_source, patiently

if TYPE_CHECKING:
    from newscrawl.archive import Archive, Selection
    from newscrawl.archive.pages import KeptPage
    from newscrawl.reading.raw import RawArticle

Verdict = Literal["same", "changed", "refused", "missing"]

MUCH_SHORTER = 0.5
"""A reading with less than this share of the text before has lost text. Widgets that a better reader drops
are rarely a third of what was taken for the text; what a fault loses is mostly the article itself."""

_OF_THE_CRAWL = ("id", "url", "aliases", "site", "fetched_at", "via", "version", "changed", *LATE_FIELDS)
"""Fields that say how the article was come by; no reading of its page tells them."""

_BATCH = 500
"""Articles whose keys are asked for at once."""

_WITH_PAGES = (
    "EXISTS (SELECT 1 FROM versions JOIN pages ON pages.version = versions.key"
    " WHERE versions.article = articles.key)"
)
_OF_THE_PAGE = ("meta:", "header:")


@dataclass(frozen=True, slots=True)
class Kept:
    """A version of an article, and where its pages are."""

    article_id: str
    number: int
    record: dict[str, Any]
    pages: tuple[KeptPage, ...]


@dataclass(slots=True)
class Reading:
    """What reading a version's pages again gave.

    ``article`` is the new reading, where there is one; ``fields`` are those in which it differs;
    ``explanation`` says why it is refused or cannot be had.
    """

    kept: Kept
    verdict: Verdict
    article: Article | None = None
    fields: dict[str, tuple[Any, Any]] = field(default_factory=dict)
    explanation: str = ""


def count_kept(archive: Archive, selection: Selection) -> int:
    """How many of the articles that ``selection`` chooses have kept pages."""
    condition, values = selection.condition()
    found = archive.database.one(f"SELECT COUNT(*) FROM articles WHERE {_WITH_PAGES} AND {condition}", values)
    return int(found[0]) if found else 0


def kept_versions(archive: Archive, selection: Selection) -> Iterator[list[Kept]]:
    """The versions with kept pages of each article that ``selection`` chooses, article after article.

    However many there are, few are held at a time; what is written between two of them does no harm.
    """
    condition, values = selection.condition()
    last = 0
    while batch := archive.database.all(
        f"SELECT articles.key, articles.id FROM articles WHERE {_WITH_PAGES} AND {condition}"
        " AND articles.key > ? ORDER BY articles.key LIMIT ?",
        (*values, last, _BATCH),
    ):
        for last, article_id in batch:
            yield _kept(archive, last, article_id)


def _kept(archive: Archive, key: int, article_id: str) -> list[Kept]:
    records = {version.number: version.record for version in archive.versions(article_id)}
    keys = archive.database.all("SELECT number, key FROM versions WHERE article = ? ORDER BY number", (key,))
    pages = {number: tuple(archive.pages.of(version)) for number, version in keys}
    return [Kept(article_id, number, records[number], found) for number, found in pages.items() if found]


def reread(folder: Path, versions: Iterator[list[Kept]], *, workers: int = 1) -> Iterator[list[Reading]]:
    """Each article's versions, read again from their pages in the data folder ``folder``."""
    return in_order(partial(_read_all, folder), versions, workers=workers)


def _read_all(folder: Path, versions: Sequence[Kept]) -> list[Reading]:
    return [read_again(folder, kept) for kept in versions]


def read_again(folder: Path, kept: Kept) -> Reading:
    """A version's pages, read with today's reader, and how that differs from its record."""
    try:
        first, *further = [_capture(folder, page) for page in kept.pages]
    except (OSError, ValueError) as error:
        return Reading(kept, "missing", explanation=str(error))
    try:
        # To the second: what is told as "two hours ago" hangs on it.
        fetched_at = from_dict(kept.record).fetched_at or first.fetched_at
        raw = parsed(dataclasses.replace(first, fetched_at=fetched_at))
        parts = {page.url: capture for page, capture in zip(kept.pages[1:], further, strict=True)}
        if parts:
            complete_from(raw, partial(_part, parts))
        article = _as_version(stages.finish(stages.settle(raw)), kept.record)
    except UnreadablePageError as error:
        return Reading(kept, "refused", explanation=str(error))
    before, after = kept.record, to_dict(article)
    fields = {name: (before[name], after[name]) for name in after if before[name] != after[name]}
    if fault := stages.fault(article):
        return Reading(kept, "refused", article, fields, fault)
    old, new = (len(record["body"] or "") for record in (before, after))
    if new < MUCH_SHORTER * old:
        return Reading(kept, "refused", article, fields, f"the text has {new:,} characters of {old:,}")
    return Reading(kept, "changed" if fields else "same", article, fields)


def _part(parts: dict[str, Capture], url: str) -> RawArticle | None:
    return parsed(parts[url]) if url in parts else None


def _capture(folder: Path, page: KeptPage) -> Capture:
    """The page at its place.

    Raises:
        OSError: the file is not there, or holds no record there.
        ValueError: the record there is another.
    """
    place = page.file if is_remote(page.file) else str(folder / page.file)

    def read() -> Capture | Passed:
        with closing(open_source(place, block=A_RECORD)) as stream:
            return capture_at(stream, page.start)

    found = patiently(place, read)
    if not isinstance(found, Capture):
        raise ValueError(f"{page.file} at byte {page.start:,}: {found.explanation or found.reason}")
    if found.url != page.url:
        raise ValueError(f"{page.file} at byte {page.start:,}: the page of {found.url}, not of {page.url}")
    return found


def _as_version(article: Article, record: dict[str, Any]) -> Article:
    """The new reading as the version that ``record`` is, with what no reading of the page tells."""
    known = from_dict(record)
    told = [each for each in known.reserved if not each.startswith(_OF_THE_PAGE)]
    reserved = [each for each in article.reserved if each.startswith(_OF_THE_PAGE)]
    crawled = {name: getattr(known, name) for name in _OF_THE_CRAWL}
    return dataclasses.replace(article, **crawled, reserved=[*reserved, *told])
