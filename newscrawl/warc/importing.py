"""Pages of WARC files into the archive, as if they had been crawled when they were fetched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from newscrawl.archive.articles import Twin
from newscrawl.archive.joined import store_joined
from newscrawl.archive.moments import to_text
from newscrawl.archive.pages import KeptPage
from newscrawl.archive.prepared import prepare
from newscrawl.record.addresses import canonical_url
from newscrawl.sites.book import original
from newscrawl.warc.extracting import Origin, Read
from newscrawl.warc.sources import is_remote

if TYPE_CHECKING:
    from newscrawl.archive import Archive
    from newscrawl.archive.prepared import Prepared
    from newscrawl.items import Article


def import_read(archive: Archive, read: Read, *, now: datetime | None = None) -> Counter[str]:
    """Store what was read of a piece of a file, in one transaction; how many articles had which outcome.

    Outcomes are those of :data:`newscrawl.archive.articles.Outcome`, ``same-page`` for the text of an
    unrelated address, and ``seen`` for pages that were found unchanged.

    Raises:
        ArchiveError: it could not be stored; then nothing of the piece was.
    """
    at = now or datetime.now(UTC)
    counts: Counter[str] = Counter()
    with archive.transaction():
        for article, origins in sorted(read.found, key=lambda found: found[1][0].fetched_at):
            counts[_store(archive, article, origins, at)] += 1
        for url, fetched_at in read.seen_again:
            counts["seen"] += archive.past.see(url, fetched_at=fetched_at)
    return counts


def _store(archive: Archive, article: Article, origins: Sequence[Origin], now: datetime) -> str:
    pages = [kept_page(archive.folder, origin) for origin in origins]
    fetched_from = original(origins[0].url)
    if canonical_url(fetched_from) != article.url:
        article.aliases = [*article.aliases, fetched_from]

    def store(prepared: Prepared) -> str:
        return archive.past.store(prepared, pages, now=now).outcome

    prepared = prepare(article, (fetched_from,), now=now)
    outcome = store_joined(archive.articles, prepared, store, urls=(fetched_from,), now=now)
    return "same-page" if isinstance(outcome, Twin) else outcome


def kept_page(data: Path, origin: Origin) -> KeptPage:
    """Where a page is, as the archive in the folder ``data`` notes it."""
    file = origin.file
    if not is_remote(file):
        path, folder = Path(file).absolute(), data.absolute()
        file = path.relative_to(folder).as_posix() if folder in path.parents else str(path)
    return KeptPage(file, origin.start, origin.url, origin.digest, to_text(origin.fetched_at))
