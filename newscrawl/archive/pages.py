"""Where the pages of versions are kept: the file and the place in it, of every page that a version is of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from newscrawl.archive.database import Database

_COLUMNS = "file, start, url, digest, fetched_at"


class KeptPage(NamedTuple):
    """A page in a WARC file.

    ``file`` is relative to the data folder, if it lies there; ``start`` the byte at which the page's record
    begins; ``url`` the address it was fetched from; ``digest`` that of its body (``sha1:`` and base 32);
    ``fetched_at`` an instant as the archive writes them.
    """

    file: str
    start: int
    url: str
    digest: str
    fetched_at: str


class Pages:
    """The kept pages of one archive. Every writing method belongs inside a transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def note(self, article_id: str, pages: Sequence[KeptPage]) -> bool:
        """Note of which pages, the article's first one first, the latest version of an article is.

        A version that has pages already keeps them.

        Returns:
            Whether they were noted.
        """
        row = self._database.one("SELECT latest FROM articles WHERE id = ?", (article_id,))
        return row is not None and self.note_version(row[0], pages)

    def note_version(self, version: int, pages: Sequence[KeptPage]) -> bool:
        """Note the pages of the version with this key, as :meth:`note` does."""
        if not pages or self.of(version):
            return False
        self._database.execute_many(
            "INSERT INTO pages (version, part, file, start, url, digest, fetched_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(version, part, *page) for part, page in enumerate(pages, 1)],
        )
        return True

    def of(self, version: int) -> list[KeptPage]:
        """The pages of the version with this key, in reading order."""
        rows = self._database.all(f"SELECT {_COLUMNS} FROM pages WHERE version = ? ORDER BY part", (version,))
        return [KeptPage(*row) for row in rows]

    def latest(self, url: str) -> KeptPage | None:
        """The page of ``url`` that was kept last."""
        row = self._database.one(
            f"SELECT {_COLUMNS} FROM pages WHERE url = ? ORDER BY version DESC LIMIT 1", (url,)
        )
        return None if row is None else KeptPage(*row)

    def files(self) -> Iterable[str]:
        """Every file that holds the page of a version."""
        return [file for (file,) in self._database.all("SELECT DISTINCT file FROM pages ORDER BY file")]
