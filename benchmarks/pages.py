"""A folder of saved pages with its table and its gold."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.report import CannotMeasureError


@dataclass(frozen=True, slots=True)
class SavedPage:
    """One page: its name in table and gold, its address, and where it lies."""

    file: str
    url: str
    path: Path


def read_index(folder: Path, index: Path) -> list[SavedPage]:
    """The pages that the table ``index`` (columns ``file`` and ``url``, tabs between) names.

    Raises:
        CannotMeasureError: there is no such table, it lacks a column, or a page is missing.
    """
    if not index.is_file():
        raise CannotMeasureError(f"there is no table of pages at {index}; --pages names a folder with one")
    with index.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    if not rows or not {"file", "url"} <= rows[0].keys():
        raise CannotMeasureError(f"{index} has no rows with columns file and url")
    pages = [SavedPage(row["file"], row["url"], folder / row["file"]) for row in rows]
    missing = [page.path for page in pages if not page.path.is_file()]
    if missing:
        raise CannotMeasureError(f"{missing[0]}, which {index} names, does not exist ({len(missing)} such)")
    return pages


def read_gold(path: Path) -> list[dict[str, Any]]:
    """The gold rows of ``path``, as :mod:`benchmarks.scoring` describes them.

    Raises:
        CannotMeasureError: there is no such file or a line of it is no JSON.
    """
    if not path.is_file():
        raise CannotMeasureError(f"there is no gold at {path}")
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        try:
            if line.strip():
                rows.append(json.loads(line))
        except ValueError as error:
            raise CannotMeasureError(f"{path}, line {number}: {error}") from error
    return rows
