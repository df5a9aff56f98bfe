"""Tables for people: CSV in the form that their program takes, and Excel workbooks."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from datetime import datetime
from typing import IO, Any

from newscrawl.datasets.choice import Row
from newscrawl.datasets.columns import OFFSETS, offset_of
from newscrawl.datasets.errors import ExportError
from newscrawl.datasets.packing import packed
from newscrawl.datasets.tally import Tally
from newscrawl.items import Article
from newscrawl.record.extras import extra

MOST_ROWS = 1_048_575
"""Records on a sheet of Excel below the row of names (Microsoft, "Excel specifications and limits")."""

MOST_CHARACTERS = 32_767
"""Characters that fit in a cell of Excel (same source)."""

_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What begins a formula in a spreadsheet (OWASP: CSV Injection)."""

_BOM = "\ufeff"
_TIMES = ("published_at", "modified_at", "fetched_at")
_MADE = datetime.fromisoformat("2000-01-01")
_FIRST_YEAR = 1900
_WIDTHS = {"title": 60, "description": 40, "body": 60, "url": 40}
_WIDTH = 16
_TIME_WIDTH = 19

FIELDS = tuple(field.name for field in fields(Article))


@dataclass(frozen=True, slots=True)
class TableForm:
    """How a table in CSV is written.

    ``separator`` stands between cells; empty it is a tab in ``.tsv`` and else a comma. ``bom`` puts a byte
    order mark first, by which Excel knows UTF-8. ``spreadsheet`` adds to that a guard: a text that a
    spreadsheet would take for a formula gets an apostrophe in front, and what is longer than a cell of Excel
    is cut.
    """

    separator: str = ""
    bom: bool = False
    spreadsheet: bool = False


@contextmanager
def separated(
    file: IO[bytes], compression: str, *, form: TableForm, columns: Sequence[str], tally: Tally
) -> Iterator[SeparatedWriter]:
    """CSV (RFC 4180) in UTF-8 with a header.

    Lists of texts are joined by ``; ``. What has parts of its own is JSON, and so is a list of texts of
    which one has a semicolon.
    """
    with packed(file, compression) as stream:
        text = io.TextIOWrapper(stream, encoding="utf-8", newline="")
        if form.bom or form.spreadsheet:
            text.write(_BOM)
        writer = csv.writer(text, lineterminator="\n", delimiter=form.separator or ",")
        writer.writerow(columns)
        yield SeparatedWriter(writer.writerow, columns, tally, spreadsheet=form.spreadsheet)
        text.detach()


class SeparatedWriter:
    """Writes records as rows; for a ``spreadsheet`` as one can take them.

    ``tally`` counts what was cut for it, or what it would take for formulas where the file is none for it.
    """

    def __init__(
        self, write: Callable[[list[Any]], Any], columns: Sequence[str], tally: Tally, *, spreadsheet: bool
    ) -> None:
        self._write = write
        self._columns = columns
        self._tally = tally
        self._spreadsheet = spreadsheet

    def write(self, row: Row) -> None:
        """Write one record."""
        record = row.record()
        cells = [cell(record[name]) for name in self._columns]
        if self._spreadsheet:
            cells = [guarded(fitting(each, self._tally)) for each in cells]
        else:
            self._tally.formulas += sum(map(is_formula, cells))
        self._write(cells)


@contextmanager
def workbook(file: IO[bytes], *, columns: Sequence[str], tally: Tally) -> Iterator[SheetWriter]:
    """An Excel workbook (xlsx) of one sheet: names on top, a filter, typed times and numbers, no formulas.

    Raises:
        MissingExtraError: XlsxWriter is not installed.
    """
    with extra("xlsx", why="Excel workbooks need XlsxWriter"):
        from xlsxwriter import Workbook  # noqa: PLC0415
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = Workbook(_EndsOnce(file), options)
    # Without a date of its own the same records give the same file.
    book.set_properties({"created": _MADE})
    writer = SheetWriter(book, columns, tally)
    yield writer
    writer.finish()
    book.close()


class _EndsOnce:
    """A file that takes nothing more once it has failed.

    A ZIP file that is let go on a full disk would be completed, and Python prints what becomes of that.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._failed = False

    def write(self, data: bytes) -> int:
        return self._unless_failed(self._file.write, data)

    def seek(self, to: int, whence: int = 0) -> int:
        return self._unless_failed(self._file.seek, to, whence)

    def tell(self) -> int:
        return self._unless_failed(self._file.tell)

    def flush(self) -> None:
        self._unless_failed(self._file.flush)

    def _unless_failed(self, call: Callable[..., int | None], *args: Any) -> int:
        if self._failed:
            return 0
        try:
            return call(*args) or 0
        except OSError:
            self._failed = True
            raise


class SheetWriter:
    """Writes records as rows of a sheet. Times are the clock's at the place, as published."""

    def __init__(self, book: Any, columns: Sequence[str], tally: Tally) -> None:
        self._columns = columns
        self._tally = tally
        self._rows = 0
        self._sheet = book.add_worksheet("articles")
        self._time = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        self._sheet.freeze_panes(1, 0)
        for number, name in enumerate(columns):
            width = _TIME_WIDTH if name in _TIMES else _WIDTHS.get(name, _WIDTH)
            self._sheet.set_column(number, number, width)
        self._sheet.write_row(0, 0, columns, book.add_format({"bold": True}))

    def write(self, row: Row) -> None:
        """Write one record.

        Raises:
            ExportError: the sheet is full.
        """
        self._rows += 1
        refuse_too_many(self._rows)
        record = row.record()
        for number, name in enumerate(self._columns):
            self._write(number, name, record)

    def finish(self) -> None:
        """Put a filter over all rows."""
        self._sheet.autofilter(0, 0, self._rows, len(self._columns) - 1)

    def _write(self, number: int, name: str, record: dict[str, Any]) -> None:
        value: Any = record[name] if name in record else offset_of(name, record)
        if value is None:
            return
        if name in _TIMES:
            moment = datetime.fromisoformat(value).replace(tzinfo=None)
            if moment.year >= _FIRST_YEAR:
                self._sheet.write_datetime(self._rows, number, moment, self._time)
                return
        shown = cell(value)
        if isinstance(shown, int | float):
            self._sheet.write_number(self._rows, number, shown)
        else:
            self._sheet.write_string(self._rows, number, fitting(str(shown), self._tally))


def sheet_columns() -> tuple[str, ...]:
    """The columns of a workbook: the record's fields, beside each stated time its offset."""
    return tuple(name for field in FIELDS for name in (field, *filter(None, [OFFSETS.get(field)])))


def refuse_too_many(records: int) -> None:
    """Refuse more records than a sheet has rows.

    Raises:
        ExportError: there are more.
    """
    if records > MOST_ROWS:
        raise ExportError(
            f"a sheet of Excel has room for {MOST_ROWS:,} records, and there are more; choose fewer"
            " (--since, --site, --words), or write .csv or .parquet"
        )


def cell(value: Any) -> Any:
    """A field's value as one cell."""
    if isinstance(value, list) and all(isinstance(each, str) and ";" not in each for each in value):
        return "; ".join(value)
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return value


def guarded(value: Any) -> Any:
    """A text that begins like a formula behind an apostrophe, as spreadsheets write texts."""
    return f"'{value}" if is_formula(value) else value


def is_formula(value: Any) -> bool:
    """Whether a spreadsheet would take a cell for a formula."""
    return isinstance(value, str) and value.startswith(_FORMULAS)


def fitting(value: Any, tally: Tally) -> Any:
    """A text cut to what a cell holds; ``tally`` counts those that were longer."""
    # Excel counts in UTF-16. One place is left for the apostrophe of a guarded text.
    if not isinstance(value, str) or 2 * len(value) < MOST_CHARACTERS:
        return value
    units = value.encode("utf-16-le")
    if len(units) < 2 * MOST_CHARACTERS:
        return value
    tally.cut += 1
    return units[: 2 * (MOST_CHARACTERS - 1)].decode("utf-16-le", "ignore")
