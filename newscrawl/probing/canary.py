"""Canary pages: saved pages and what was read from them, to see what today's code reads differently."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import ndiff
from pathlib import Path
from typing import Any

from newscrawl.items import Article
from newscrawl.reading import UnreadablePageError
from newscrawl.reading.extracting import extract
from newscrawl.record.as_json import to_dict
from newscrawl.sites import Book

FOLDER = "canary"
_PAGE, _FACTS = "page.html.gz", "record.json"
_WIDTH = 160


class CanaryError(Exception):
    """A canary page cannot be read or written; the message names its folder."""


@dataclass(frozen=True, slots=True)
class Change:
    """A field that today's code reads differently; ``before`` and ``now`` are plain JSON values."""

    field: str
    before: Any
    now: Any

    def lines(self) -> list[str]:
        """The change for people; of a text the paragraphs that differ."""
        if isinstance(self.before, str) and isinstance(self.now, str) and self.field == "body":
            marked = ndiff(self.before.split("\n\n"), self.now.split("\n\n"))
            differing = [line for line in marked if line[0] in "+-"]
            return [self.field, *(f"  {_cut(line)}" for line in differing)]
        return [self.field, f"  - {_cut(_plain(self.before))}", f"  + {_cut(_plain(self.now))}"]


@dataclass(frozen=True, slots=True)
class Canary:
    """One saved page. ``folder`` holds the page and the record that was read from it."""

    folder: Path
    book: Book | None = None
    """The publishers by whose rules it is read; by default the project's and the user's own."""

    @property
    def site(self) -> str:
        """The site's name."""
        return self.folder.parent.name

    def changes(self) -> list[Change]:
        """The fields that differ from the record that was kept; empty if all are the same.

        Raises:
            CanaryError: the saved page or its record cannot be read.
        """
        before, now = self._facts(), self._read_now()
        return [
            Change(name, before["record"].get(name), value)
            for name, value in now.items()
            if before["record"].get(name) != value
        ]

    def accept(self) -> None:
        """Take what today's code reads for right.

        Raises:
            CanaryError: the saved page cannot be read, or the record not written.
        """
        facts = self._facts()
        _write(
            self.folder / _FACTS,
            json.dumps(facts | {"record": self._read_now()}, ensure_ascii=False, indent=1).encode(),
        )

    @property
    def url(self) -> str:
        """The page's address; raises CanaryError."""
        return str(self._facts()["url"])

    def _facts(self) -> dict[str, Any]:
        try:
            facts = json.loads((self.folder / _FACTS).read_text(encoding="utf-8"))
            datetime.fromisoformat(facts["fetched_at"])
            return {
                "url": str(facts["url"]),
                "fetched_at": facts["fetched_at"],
                "record": dict(facts["record"]),
            }
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise CanaryError(f"{self.folder / _FACTS} cannot be read: {error!r}") from error

    def _read_now(self) -> dict[str, Any]:
        facts = self._facts()
        try:
            page = gzip.decompress((self.folder / _PAGE).read_bytes())
            when = datetime.fromisoformat(facts["fetched_at"])
            return _stable(extract(page, facts["url"], fetched_at=when, book=self.book))
        except (OSError, EOFError, zlib.error, UnreadablePageError) as error:
            raise CanaryError(f"{self.folder / _PAGE} cannot be read: {error!r}") from error


def save(data: Path, page: bytes, url: str, fetched_at: datetime) -> Canary:
    """Keep a page and what is read from it now; one of the same address is replaced.

    Raises:
        CanaryError: it cannot be written.
        UnreadablePageError: nothing in it could be parsed.
    """
    article = extract(page, url, fetched_at=fetched_at)
    return _kept(
        Canary(data / FOLDER / _safe(article.site) / article.id[:16]), page, url, article, fetched_at
    )


def save_beside(file: Path, page: bytes, url: str, fetched_at: datetime, book: Book) -> Canary:
    """Keep a page and what is read from it in the folder that has the name of a site file.

    Raises:
        CanaryError: it cannot be written.
        UnreadablePageError: nothing in it could be parsed.
    """
    article = extract(page, url, fetched_at=fetched_at, book=book)
    return _kept(Canary(file.with_suffix("") / article.id[:16], book), page, url, article, fetched_at)


def saved_beside(file: Path, book: Book) -> list[Canary]:
    """The pages that are kept beside a site file."""
    return [Canary(folder, book) for folder in sorted(file.with_suffix("").glob("*")) if folder.is_dir()]


def _kept(canary: Canary, page: bytes, url: str, article: Article, fetched_at: datetime) -> Canary:
    facts = {"url": url, "fetched_at": fetched_at.isoformat(), "record": _stable(article)}
    try:
        canary.folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CanaryError(f"{canary.folder} cannot be made: {error.strerror}") from error
    _write(canary.folder / _PAGE, gzip.compress(page, mtime=0))
    _write(canary.folder / _FACTS, json.dumps(facts, ensure_ascii=False, indent=1).encode())
    return canary


def canaries(data: Path, sites: Sequence[str] = ()) -> Iterator[Canary]:
    """The saved pages, of ``sites`` or of all."""
    for folder in sorted((data / FOLDER).glob("*/*")):
        if folder.is_dir() and (not sites or folder.parent.name in sites):
            yield Canary(folder)


def _stable(article: Article) -> dict[str, Any]:
    """The record without its hash, which says nothing that the body does not."""
    record: dict[str, Any] = json.loads(json.dumps(to_dict(article)))
    del record["content_hash"]
    return record


def _write(path: Path, content: bytes) -> None:
    try:
        unfinished = path.with_name(path.name + ".part")
        unfinished.write_bytes(content)
        unfinished.replace(path)
    except OSError as error:
        raise CanaryError(f"{path} cannot be written: {error.strerror}") from error


def _safe(site: str) -> str:
    return site.replace("/", "_").replace(":", "_").lstrip(".") or "unknown"


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _cut(text: str) -> str:
    return text if len(text) <= _WIDTH else text[:_WIDTH] + "..."
