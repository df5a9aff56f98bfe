"""A WARC file as Common Crawl's news are: saved pages of publishers among many more of hosts that are none.

The foreign pages are editions of the saved ones, so that they have the size and the markup of real pages, at
invented addresses. Every page is a response record with its request, compressed record by record.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from w3lib.encoding import html_body_declared_encoding

from benchmarks.pages import SavedPage, read_index
from benchmarks.printing import ADDRESS, editions
from benchmarks.report import CannotMeasureError, Options
from newscrawl.sites.book import book
from newscrawl.warc.exchange import Exchange
from newscrawl.warc.writing import WarcWriter

FOREIGN = 20
"""Foreign pages to each page of a publisher."""

BEGUN = datetime(2026, 9, 1, tzinfo=UTC)
"""When the first page was fetched."""

_QUICK_PAGES = 10
_HOSTS = 500


@dataclass(frozen=True, slots=True)
class Mixed:
    """A WARC file, the pages of publishers in it, and how many pages it has in all."""

    path: Path
    pages: list[SavedPage]
    count: int

    @property
    def words(self) -> str:
        """What the file holds."""
        size = self.path.stat().st_size / 1e6
        return (
            f"{len(self.pages):,} saved pages of publishers among {self.count - len(self.pages):,} foreign "
            f"ones, {size:,.0f} MB compressed"
        )


def publishers_pages(options: Options) -> list[SavedPage]:
    """The saved pages that stand at an address of a publisher, each address once.

    Raises:
        CannotMeasureError: there are none.
    """
    pages = read_index(options.pages, options.index)
    known = {page.url: page for page in pages if page.url and book().find(page.url)}
    if not known:
        raise CannotMeasureError(f"no page of {options.index} is at an address of a publisher")
    return [*known.values()][: _QUICK_PAGES if options.quick else None]


def mix(pages: list[SavedPage], folder: Path, *, foreign: int = FOREIGN) -> Mixed:
    """Write the pages, ``foreign`` foreign ones before each, to one file in ``folder``."""
    sources = [page.path.read_bytes() for page in pages]
    strangers = editions([(source, page.url) for source, page in zip(sources, pages, strict=True)])
    writer = WarcWriter(folder, "CC-NEWS-20260901000000", base=folder, told={}, largest=1 << 62)
    count = 0
    for page, source in zip(pages, sources, strict=True):
        for number in range(count, count + foreign):
            url = f"https://www.koran{number % _HOSTS}.example/2026/09/01/berita-{number}"
            writer.write(exchange(url, next(strangers).replace(ADDRESS, url.encode()), number))
        count += foreign
        writer.write(exchange(page.url, source, count))
        count += 1
    writer.close()
    (path,) = folder.glob("CC-NEWS-*.warc.gz")
    return Mixed(path, pages, count)


def exchange(url: str, body: bytes, number: int) -> Exchange:
    """A page as it was fetched, ``number`` seconds after the first."""
    charset = html_body_declared_encoding(body) or "utf-8"
    return Exchange(
        target=url,
        fetched_at=BEGUN + timedelta(seconds=number),
        method="GET",
        asked_with=[(b"User-Agent", b"benchmark")],
        asked_body=b"",
        protocol="HTTP/1.1",
        status=200,
        reason="OK",
        headers=[(b"Content-Type", f"text/html; charset={charset}".encode())],
        body=body,
    )
