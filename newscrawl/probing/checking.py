"""Checks a site file: its form, its sources, its examples, its domains and the pages saved beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from newscrawl.discovery.declared import declared_source
from newscrawl.probing.canary import Canary, CanaryError, Change, saved_beside
from newscrawl.sites import Publisher, SiteFileError
from newscrawl.sites.book import Book
from newscrawl.sites.shelf import FAMILIES
from newscrawl.spiders.base import NewsSpider
from newscrawl.spiders.loader import spider_class


@dataclass(slots=True)
class Checked:
    """What came of checking a file.

    ``publishers`` are those that are written in it, ``faults`` what is wrong, each naming its key, and
    ``changed`` the saved pages that are read differently from what was kept. ``pages`` counts saved pages.
    """

    file: Path
    publishers: list[Publisher] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    changed: list[tuple[Canary, list[Change]]] = field(default_factory=list)
    pages: int = 0

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong and every page is read as before."""
        return not self.faults and not self.changed


def files_of(folder: Path) -> list[Path]:
    """The site files of a folder: publishers, networks and families."""
    return [*sorted(folder.glob("*.toml")), *sorted((folder / FAMILIES).glob("*.toml"))]


def folder_of(file: Path) -> Path:
    """The folder of site files that ``file`` is one of."""
    return file.parent.parent if file.parent.name == FAMILIES else file.parent


def check_file(file: Path, book: Book, *, accept: bool = False) -> Checked:
    """Check ``file``, one of those that ``book`` was made of.

    With ``accept`` today's reading of its saved pages is kept for right.
    """
    checked = Checked(file)
    checked.faults += [str(problem) for problem in book.problems if _is_about(problem, file)]
    if file.parent.name == FAMILIES or checked.faults:
        return checked
    checked.publishers = [
        book.publisher(name) for name in sorted(book.names) if Path(book.place(name)) == file
    ]
    for publisher in checked.publishers:
        checked.faults += [f"{file}: {fault}" for fault in publisher_faults(publisher, book)]
    _check_pages(checked, book, accept=accept)
    return checked


def publisher_faults(publisher: Publisher, book: Book) -> Iterator[str]:
    """What is wrong with a publisher whose file has the right form, beginning with the key."""
    for number, facts in enumerate(publisher.sources, 1):
        try:
            declared_source(facts)
        except (ValueError, TypeError) as error:
            yield f"sources[{number}]: {error}"
            return
    if not publisher.sources:
        yield "sources: none is declared; a crawl would look at the site anew each time"
    for domain in publisher.domains:
        for other in set(book.owners(domain)) - {publisher.name}:
            if not publisher.is_edition and not book.publisher(other).is_edition:
                yield f"domains: '{domain}' is that of {other}; a file {other}.toml would stand in its place"
    yield from _example_faults(publisher, spider_class(publisher)(), book)


def _example_faults(publisher: Publisher, spider: NewsSpider, book: Book) -> Iterator[str]:
    if not publisher.examples:
        yield "examples: give the address of an article or two"
    for url in publisher.examples:
        found = book.find(url)
        if found is None or found.name != publisher.name:
            yield f"examples: {url} is no address on {', '.join(publisher.domains)}"
        elif not spider.is_article_url(url):
            yield f"examples: {url} is no article by article_urls and not_articles"
    for url in publisher.not_examples:
        if spider.is_article_url(url):
            yield f"not_examples: {url} is an article by article_urls and not_articles"


def _check_pages(checked: Checked, book: Book, *, accept: bool) -> None:
    for canary in saved_beside(checked.file, book):
        checked.pages += 1
        try:
            changes = canary.changes()
            if changes and accept:
                canary.accept()
            elif changes:
                checked.changed.append((canary, changes))
        except CanaryError as error:
            checked.faults.append(str(error))


def _is_about(problem: SiteFileError, file: Path) -> bool:
    return str(problem).startswith(f"{file}: ")
