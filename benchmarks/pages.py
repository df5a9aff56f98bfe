"""A folder of saved pages with its table and its gold."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
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


def together(folders: Sequence[Path], into: Path) -> Path:
    """One folder ``into`` of the pages, tables and gold of all ``folders``; a page keeps its name.

    Raises:
        CannotMeasureError: two folders have a page of one name, or one lacks what a folder of pages has.
    """
    (into / "html").mkdir()
    rows, gold, fields = ["file\turl"], [], []
    for folder in folders:
        for page in read_index(folder / "html", folder / "sources.tsv"):
            if (into / "html" / page.file).exists():
                raise CannotMeasureError(f"{folder} has a page {page.file}, and so has another folder")
            (into / "html" / page.file).symlink_to(page.path.resolve())
            rows.append(f"{page.file}\t{page.url}")
        gold += [json.dumps(row, ensure_ascii=False) for row in read_gold(folder / "gold.jsonl")]
        if (further := folder / "fields.jsonl").is_file():
            fields += [json.dumps(row, ensure_ascii=False) for row in read_gold(further)]
    (into / "sources.tsv").write_text("\n".join([*rows, ""]), encoding="utf-8")
    (into / "gold.jsonl").write_text("\n".join([*gold, ""]), encoding="utf-8")
    (into / "fields.jsonl").write_text("\n".join([*fields, ""]), encoding="utf-8")
    return into
