"""The book of publishers: what is shipped, and over it what a user's own folder says."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit

from newscrawl.sites.assembly import assemble
from newscrawl.sites.errors import SiteFileError
from newscrawl.sites.own import OwnShelf, own_folder
from newscrawl.sites.publisher import Publisher
from newscrawl.sites.rules import NO_RULES, SiteRules
from newscrawl.sites.shelf import NETWORKS, Shelf, ShippedShelf, Table, read_table
from newscrawl.sites.toml import toml_lines

_MOST_LABELS = 8
_ARCHIVED = re.compile(r"https?://web\.archive\.org/web/(\d{4,14})[a-z_]*/(?=https?://)")
_SECOND = "%Y%m%d%H%M%S"


class Book:
    """The publishers of the package, and those of the folder ``own``, which stand in place of shipped ones
    of the same name."""

    def __init__(self, own: Path | None = None) -> None:
        self.shipped = ShippedShelf()
        self._shelves: list[Shelf] = [self.shipped]
        if own is not None and own.is_dir():
            self._shelves.insert(0, OwnShelf(own, self.shipped, self.regions))
        self._read: dict[str, Publisher] = {}

    @property
    def problems(self) -> list[SiteFileError]:
        """What is wrong with the user's own files; those that are named here are left out."""
        return [problem for shelf in self._shelves for problem in shelf.problems]

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of all publishers."""
        return frozenset[str]().union(*(shelf.names for shelf in self._shelves))

    @property
    def domains(self) -> dict[str, str]:
        """The name of the publisher of each domain."""
        return {
            domain: name
            for shelf in reversed(self._shelves)
            for domain, name in shelf.domains.items()
            if self._shelf_of(name) is shelf
        }

    def owners(self, domain: str) -> list[str]:
        """The names of all publishers that say that ``domain`` is theirs."""
        return [
            name for shelf in self._shelves for name in shelf.owners(domain) if self._shelf_of(name) is shelf
        ]

    @cached_property
    def zones(self) -> dict[str, str]:
        """The time zone of each region."""
        provinces = read_table(files("newscrawl.sites") / "provinces.toml")
        return {name: zone for zone, names in provinces.items() for name in names}

    @property
    def regions(self) -> list[str]:
        """The provinces."""
        return list(self.zones)

    def publisher(self, name: str) -> Publisher:
        """What is known of the publisher ``name``; raises KeyError where there is none."""
        if name not in self._read:
            own = self._shelf_of(name).table(name)
            family = self.family(own["family"]) if own.get("family") else {}
            self._read[name] = assemble(name, own, family, self._rules_of(family), self.zones)
        return self._read[name]

    def text(self, name: str) -> str:
        """What is written of the publisher ``name``: the text of its file, or its table in that of networks.

        Raises:
            KeyError: there is no such publisher.
        """
        place = self._shelf_of(name).place(name)
        if place.name != NETWORKS:
            return place.read_text(encoding="utf-8")
        return "\n".join(toml_lines(self._shelf_of(name).table(name))) + "\n"

    def place(self, name: str) -> str:
        """The file in which the publisher ``name`` is written; raises KeyError."""
        return str(self._shelf_of(name).place(name))

    def catalogue(self) -> list[Publisher]:
        """Every publisher, in the order of the names."""
        return [self.publisher(name) for name in sorted(self.names)]

    def families(self) -> list[str]:
        """The names of the families, in order."""
        return sorted(frozenset[str]().union(*(shelf.families() for shelf in self._shelves)))

    @cache  # noqa: B019 -- a book lives as long as its process
    def family(self, name: str) -> Table:
        """What is written of the family ``name``.

        Raises:
            SiteFileError: there is no such family.
        """
        for shelf in self._shelves:
            if (table := shelf.family(name)) is not None:
                return table
        raise SiteFileError(f"there is no family '{name}'; allowed: {', '.join(self.families())}")

    def find(self, url: str) -> Publisher | None:
        """The publisher whose domain ``url`` is under; of several the one with the longest domain.

        A copy in the Web Archive is the page that it copies. A publisher that is one edition among several
        has only the addresses of its own.
        """
        url = original(url)
        labels = host_of(url).rsplit(".", _MOST_LABELS)
        for start in range(len(labels) - 1):
            publisher = self._of_domain(".".join(labels[start:]))
            if publisher and publisher.has(url):
                return publisher
        return None

    def _of_domain(self, domain: str) -> Publisher | None:
        for shelf in self._shelves:
            name = shelf.domains.get(domain)
            if name is not None and self._shelf_of(name) is shelf:
                return self.publisher(name)
        return None

    def _shelf_of(self, name: str) -> Shelf:
        for shelf in self._shelves:
            if name in shelf.names:
                return shelf
        raise KeyError(name)

    def _rules_of(self, family: Table) -> list[Table]:
        """The rules of a family and of those that it goes on from, the nearest first."""
        found: list[Table] = []
        rules: Table = family.get("rules", {})
        while rules and rules not in found:
            found.append(rules)
            rules = self.family(rules["extends"]).get("rules", {}) if rules.get("extends") else {}
        return found


def original(url: str) -> str:
    """The address that a copy in the Web Archive is of; any other address as it is."""
    return _ARCHIVED.sub("", url, count=1) if "web.archive.org" in url else url


def captured_at(url: str) -> datetime | None:
    """When a copy in the Web Archive was made; None for any other address, or where it names no second."""
    found = _ARCHIVED.match(url)
    try:
        return datetime.strptime(found[1], _SECOND).replace(tzinfo=UTC) if found else None
    except ValueError:
        return None


def host_of(url: str) -> str:
    """The host of an address in lower case; empty where it has none."""
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


@cache
def book_of(own: Path) -> Book:
    """The book with the user's folder ``own``, read once in a process."""
    return Book(own)


def book() -> Book:
    """The book with the folder that the environment names (:func:`newscrawl.sites.own.own_folder`)."""
    return book_of(own_folder())


def catalogue() -> list[Publisher]:
    """Every publisher of :func:`book`, in the order of the names."""
    return book().catalogue()


def find_publisher(url: str, within: Book | None = None) -> tuple[str, SiteRules]:
    """Name and rules of the publisher that ``url`` belongs to: :meth:`Book.find`, by default of :func:`book`.

    Without a publisher the name is the host without ``www.`` (empty if the address has none), and there are
    no rules.
    """
    found = (within or book()).find(url)
    if found is not None:
        return found.name, found.rules
    return host_of(original(url)).removeprefix("www."), NO_RULES
