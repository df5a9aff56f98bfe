"""A folder of site files: where each publisher is written, and its tables."""

from __future__ import annotations

import tomllib
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from newscrawl.sites.errors import SiteFileError

NETWORKS = "networks.toml"
FAMILIES = "families"
PUBLISHERS = "publishers"
INDEX = "index.tsv"

Table = Mapping[str, Any]


class Shelf(ABC):
    """One folder of site files.

    ``domains`` says which publisher a domain belongs to, ``problems`` which files cannot be used. A table of
    a publisher is its own file, or its row in ``networks.toml`` over what that says of the whole network.
    """

    def __init__(self, folder: Traversable) -> None:
        self.folder = folder
        self.problems: list[SiteFileError] = []

    @property
    @abstractmethod
    def domains(self) -> Mapping[str, str]:
        """The name of the publisher of each domain."""

    @property
    @abstractmethod
    def names(self) -> frozenset[str]:
        """The names of the publishers that can be used."""

    def owners(self, domain: str) -> list[str]:
        """The names of the publishers on this shelf that say that ``domain`` is theirs."""
        return [self.domains[domain]] if domain in self.domains else []

    @abstractmethod
    def table(self, name: str) -> Table:
        """What is written of the publisher ``name``; raises KeyError."""

    @abstractmethod
    def place(self, name: str) -> Traversable:
        """The file in which the publisher ``name`` is written; raises KeyError."""

    def family(self, name: str) -> Table | None:
        """What is written of the family ``name``; None if it is not on this shelf."""
        file = self.folder / FAMILIES / f"{name}.toml"
        return {"name": name, **read_table(file)} if file.is_file() else None

    def families(self) -> frozenset[str]:
        """The names of the families."""
        return frozenset(_stems(self.folder / FAMILIES))

    @cached_property
    def networks(self) -> Table:
        """What ``networks.toml`` says, by the family's name."""
        file = self.folder / NETWORKS
        return read_table(file) if file.is_file() else {}

    def rows(self) -> dict[str, Table]:
        """The publishers of ``networks.toml``."""
        return {
            name: {"family": family, **_shared(network), **row}
            for family, network in self.networks.items()
            for name, row in network.get("sites", {}).items()
        }


class ShippedShelf(Shelf):
    """What comes with the package: trusted, and found by its index so that one look reads one file."""

    def __init__(self) -> None:
        super().__init__(files("newscrawl.sites"))

    @cached_property
    def _index(self) -> list[tuple[str, str, str]]:
        lines = (self.folder / INDEX).read_text(encoding="utf-8").splitlines()
        return [_columns(line) for line in lines if not line.startswith("#")]

    @cached_property
    def domains(self) -> Mapping[str, str]:
        return {domain: name for domain, name, _ in self._index}

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset(self._places)

    @cached_property
    def _places(self) -> dict[str, str]:
        return {name: place for _, name, place in self._index}

    def place(self, name: str) -> Traversable:
        return self.folder / self._places[name]

    def table(self, name: str) -> Table:
        if self._places[name] == NETWORKS:
            return self.rows()[name]
        return read_table(self.place(name))

    def index_lines(self) -> Iterator[str]:
        """The lines of the index as the files are now."""
        yield "# domain, publisher, file; made by: newscrawl sites --index > newscrawl/sites/index.tsv"
        tables = {name: (NETWORKS, table) for name, table in self.rows().items()}
        for name in _stems(self.folder / PUBLISHERS):
            place = f"{PUBLISHERS}/{name}.toml"
            tables[name] = (place, read_table(self.folder / place))
        for name, (place, table) in sorted(tables.items()):
            yield from (f"{domain}\t{name}\t{place}" for domain in table["domains"])


def read_table(file: Traversable) -> dict[str, Any]:
    """The table that a TOML file holds.

    Raises:
        SiteFileError: it cannot be read, or is no TOML.
    """
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise SiteFileError(f"{file}: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        raise SiteFileError(f"{file}: it is no text in UTF-8: {error}") from None
    except tomllib.TOMLDecodeError as error:
        raise SiteFileError(f"{file}: it is no TOML: {error}") from None


def toml_stems(folder: Path) -> list[str]:
    """The names of the TOML files in a folder, in order; none where there is no such folder."""
    return list(_stems(folder))


def _stems(folder: Traversable) -> list[str]:
    if not folder.is_dir():
        return []
    names = (file.name for file in folder.iterdir())
    return sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml"))


def _shared(network: Table) -> dict[str, Any]:
    return {key: value for key, value in network.items() if key != "sites"}


def _columns(line: str) -> tuple[str, str, str]:
    domain, name, place = line.split("\t")
    return domain, name, place
