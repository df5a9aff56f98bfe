"""A user's own folder of site files: checked when it is read, so that a broken file stops nothing."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from newscrawl.record.places import files_folder
from newscrawl.sites.errors import SiteFileError
from newscrawl.sites.shelf import FAMILIES, NETWORKS, Shelf, Table, read_table, toml_stems

FOLDER = "sites"
_LOGGER = logging.getLogger(__name__)


def own_folder() -> Path:
    """Where a user's own site files lie.

    ``NEWSCRAWL_SITES`` of the environment, else ``sites`` in the data folder: ``NEWSCRAWL_DATA`` of the
    environment, else ``data``. There need not be such a folder.
    """
    return folder_of(os.environ.get("NEWSCRAWL_SITES"), os.environ.get("NEWSCRAWL_DATA") or "data")


def folder_of(stated: str | None, data: str) -> Path:
    """The folder ``stated``, else ``sites`` in the data folder."""
    return Path(stated) if stated else files_folder(data) / FOLDER


class OwnShelf(Shelf):
    """The files of a folder, each checked.

    What cannot be used is left out, is named in one warning, and stands in ``problems``. ``shipped`` are the
    families that need not be in the folder.
    """

    def __init__(self, folder: Path, shipped: Shelf, regions: Iterable[str]) -> None:
        super().__init__(folder)
        self._path = folder
        self._shipped = shipped
        self._regions = list(regions)
        self._tables: dict[str, tuple[Path, Table]] = {}
        self._families: dict[str, Table] = {}
        if self._has_files():
            self._read()
        for problem in self.problems:
            _LOGGER.warning("newscrawl: %s", problem)

    @property
    def domains(self) -> Mapping[str, str]:
        return {domain: name for name, (_, table) in self._tables.items() for domain in table["domains"]}

    @property
    def names(self) -> frozenset[str]:
        return frozenset(self._tables)

    def owners(self, domain: str) -> list[str]:
        return [name for name, (_, table) in self._tables.items() if domain in table["domains"]]

    def place(self, name: str) -> Path:
        return self._tables[name][0]

    def table(self, name: str) -> Table:
        return self._tables[name][1]

    def family(self, name: str) -> Table | None:
        return self._families.get(name)

    def families(self) -> frozenset[str]:
        return frozenset(self._families)

    def _has_files(self) -> bool:
        return bool(toml_stems(self._path) or toml_stems(self._path / FAMILIES))

    def _read(self) -> None:
        from newscrawl.sites.validation import Known, family_faults, publisher_faults  # noqa: PLC0415

        for name, file, table in self._written(self._family_files()):
            if self._sound(file, family_faults(table)):
                self._families[name] = {"name": name, **table}
        patterns = {name: self._patterns(name) for name in self._shipped.families() | self.families()}
        known = Known(self._regions, patterns)
        for name, file, table in self._written(self._publisher_files()):
            if self._sound(file, publisher_faults(name, table, known)):
                self._tables[name] = (file, table)

    def _written(self, files: Iterable[Path]) -> Iterator[tuple[str, Path, Table]]:
        """Each table with its name; of ``networks.toml`` a table a row."""
        for file in files:
            try:
                if file.name == NETWORKS:
                    yield from ((name, file, table) for name, table in self.rows().items())
                else:
                    yield file.stem, file, read_table(file)
            except SiteFileError as error:
                self.problems.append(error)
            except (AttributeError, TypeError):
                self.problems.append(
                    SiteFileError(f"{file}: write a table for each network: [FAMILY.sites] with a row a site")
                )

    def _family_files(self) -> list[Path]:
        folder = self._path / FAMILIES
        return [folder / f"{name}.toml" for name in toml_stems(folder)]

    def _publisher_files(self) -> list[Path]:
        return [self._path / f"{name}.toml" for name in toml_stems(self._path)]

    def _patterns(self, family: str) -> list[str]:
        table = self.family(family) or self._shipped.family(family) or {}
        return list(table.get("patterns", {}))

    def _sound(self, file: Path, faults: Iterable[str]) -> bool:
        found = [SiteFileError(f"{file}: {fault}") for fault in faults]
        self.problems += found
        return not found
