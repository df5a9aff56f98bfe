"""Tables for people: Excel workbooks, and CSV as their programs take it."""

from __future__ import annotations

import csv
import errno
import gc
import io
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.archive import Archive
from newscrawl.datasets import Export, ExportError, Tally, form_of
from newscrawl.datasets import tables as tables_module
from newscrawl.datasets.tables import MOST_CHARACTERS, TableForm, fitting, guarded, workbook
from tests.archive.samples import article
from tests.datasets.conftest import TRICKY
from tests.datasets.test_export import FIELDS, json_lines

FORMULA = '=HYPERLINK("https://jahat.example","klik")'


def export(archive: Archive, output: Path, **options: Any) -> Tally:
    return Export(output=output, form=form_of(output), **options).write(archive)


def sheet(path: Path) -> list[tuple[Any, ...]]:
    openpyxl = pytest.importorskip("openpyxl")
    return list(openpyxl.load_workbook(path)["articles"].iter_rows())


def text_rows(path: Path, **form: Any) -> list[dict[str, str]]:
    text = path.read_text("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline=""), **form))


def test_a_workbook_has_typed_cells_and_comes_back_as_it_was(archive: Archive, tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter")
    records = json_lines(archive, tmp_path)
    export(archive, tmp_path / "news.xlsx")
    head, *rows = sheet(tmp_path / "news.xlsx")
    names = [cell.value for cell in head]
    assert [name for name in names if name not in ("published_offset", "modified_offset")] == FIELDS
    assert len(rows) == len(records)
    for row, record in zip(rows, records, strict=True):
        cells = dict(zip(names, (cell.value for cell in row), strict=True))
        assert cells["title"] == record["title"]
        assert cells["body"] == record["body"]
        assert cells["pages"] == record["pages"]
        if record["published_at"]:
            there = datetime.fromisoformat(record["published_at"]).replace(tzinfo=None, microsecond=0)
            assert cells["published_at"] == there
            assert cells["published_offset"] == 420


def test_a_workbook_holds_no_formula_and_no_link(archive: Archive, tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter")
    archive.store(article(70, title=FORMULA, body="+62 812 adalah nomor telepon yang dihubungi warga."))
    export(archive, tmp_path / "news.xlsx")
    cells = [cell for row in sheet(tmp_path / "news.xlsx") for cell in row]
    assert FORMULA in [cell.value for cell in cells]
    assert {cell.data_type for cell in cells if cell.value == FORMULA} == {"s"}
    assert not any(cell.data_type == "f" or cell.hyperlink for cell in cells)


def test_a_date_before_the_calendar_of_excel_is_a_text(archive: Archive, tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter")
    archive.store(article(71, title="Lama", published_at=datetime(1871, 3, 1, tzinfo=UTC)))
    export(archive, tmp_path / "news.xlsx", columns=("title", "published_at"))
    values = {row[0].value: row[1].value for row in sheet(tmp_path / "news.xlsx")}
    assert values["Lama"] == "1871-03-01T00:00:00+00:00"


def test_more_records_than_a_sheet_has_rows_are_refused_before_anything_is_written(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("xlsxwriter")
    monkeypatch.setattr(tables_module, "MOST_ROWS", 3)
    with pytest.raises(ExportError, match="room for 3 records"):
        export(archive, tmp_path / "news.xlsx")
    assert not (tmp_path / "news.xlsx").exists()


def test_a_text_longer_than_a_cell_is_cut_and_counted(archive: Archive, tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter")
    archive.store(article(72, title="Panjang", body="kata " * MOST_CHARACTERS))
    tally = export(archive, tmp_path / "news.xlsx", columns=("title", "body"))
    lengths = {row[0].value: len(row[1].value) for row in sheet(tmp_path / "news.xlsx")}
    assert tally.cut == 1
    assert MOST_CHARACTERS - 5 < lengths["Panjang"] < MOST_CHARACTERS
    plain = export(archive, tmp_path / "news.csv", columns=("title", "body"))
    assert plain.cut == 0
    table = export(archive, tmp_path / "sheet.csv", columns=("body",), table=TableForm(spreadsheet=True))
    assert table.cut == 1


@given(
    st.text(st.sampled_from("a=+ 🙂é"), max_size=40),
    st.sampled_from([0, MOST_CHARACTERS // 2, MOST_CHARACTERS]),
)
def test_every_cell_fits_as_excel_counts(text: str, more: int) -> None:
    cell = guarded(fitting(text + "🙂" * more, Tally()))
    assert len(cell.encode("utf-16-le")) // 2 <= MOST_CHARACTERS
    assert not cell.startswith(("=", "+", "-", "@"))


def test_csv_for_spreadsheets_has_a_mark_and_no_formula(archive: Archive, tmp_path: Path) -> None:
    archive.store(article(73, title=FORMULA))
    guarded_ones = export(archive, tmp_path / "news.csv", table=TableForm(spreadsheet=True, separator=";"))
    assert (tmp_path / "news.csv").read_bytes().startswith(b"\xef\xbb\xbfid;")
    rows = text_rows(tmp_path / "news.csv", delimiter=";")
    assert "'" + FORMULA in [row["title"] for row in rows]
    assert not any(value.startswith(("=", "+", "-", "@")) for row in rows for value in row.values())
    plain = export(archive, tmp_path / "plain.csv", columns=("title",))
    assert FORMULA in [row["title"] for row in text_rows(tmp_path / "plain.csv")]
    assert (guarded_ones.formulas, plain.formulas) == (0, 1), "said where the file is none for a spreadsheet"


def test_a_mark_alone_changes_nothing_else(archive: Archive, tmp_path: Path) -> None:
    export(archive, tmp_path / "plain.csv")
    export(archive, tmp_path / "mark.csv", table=TableForm(bom=True))
    assert (tmp_path / "mark.csv").read_bytes() == b"\xef\xbb\xbf" + (tmp_path / "plain.csv").read_bytes()


COLUMNS = ("title", "published_at", "url")


@pytest.mark.parametrize("name", ["a.csv", "a.tsv.gz", "a.jsonl", "a.xlsx", "a.parquet"])
def test_columns_are_those_that_were_asked_for_in_their_order(
    archive: Archive, tmp_path: Path, name: str
) -> None:
    pandas = pytest.importorskip("pandas")
    pytest.importorskip("xlsxwriter")
    read = {
        "a.csv": pandas.read_csv,
        "a.tsv.gz": lambda path: pandas.read_csv(path, sep="\t"),
        "a.jsonl": lambda path: pandas.read_json(path, lines=True),
        "a.xlsx": pandas.read_excel,
        "a.parquet": pandas.read_parquet,
    }
    export(archive, tmp_path / name, columns=COLUMNS)
    frame = read[name](tmp_path / name)
    assert list(frame.columns) == list(COLUMNS)
    assert TRICKY in list(frame["title"])


def test_columns_of_a_hugging_face_folder_stand_in_its_card(archive: Archive, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    columns = ("published_at", "published_offset", "body")
    Export(output=tmp_path / "berita", form="hf", columns=columns).write(archive)
    table = parquet.read_table(next((tmp_path / "berita" / "data").iterdir()))
    card = (tmp_path / "berita" / "README.md").read_text("utf-8")
    assert table.column_names == list(columns)
    assert "| `body` |" in card
    assert "| `title` |" not in card


@pytest.mark.parametrize(
    ("options", "why"),
    [
        ({"form": "csv", "columns": ("judul",)}, "no field 'judul'"),
        ({"form": "csv", "columns": ("published_offset",)}, "no field 'published_offset'"),
        ({"form": "csv", "columns": ("url", "url")}, "named twice"),
        ({"form": "jsonl", "table": TableForm(bom=True)}, "for CSV"),
        ({"form": "xlsx", "table": TableForm(separator=";")}, "needs neither"),
    ],
)
def test_what_makes_no_sense_is_refused(options: dict[str, Any], why: str, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=why):
        Export(output=tmp_path / "a", **options)


def test_the_same_archive_gives_the_same_workbook(archive: Archive, tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter")
    for name in ("one.xlsx", "two.xlsx"):
        export(archive, tmp_path / name)
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


class FullDisk(io.BytesIO):
    """A file on a disk that has room for nothing."""

    def write(self, data: Any) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_workbook_for_which_there_is_no_room_is_given_up_in_silence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nor is it completed later, when Python tidies up."""
    printed: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", printed.append)
    file = FullDisk()
    with pytest.raises(Exception, match="No space left"), workbook(file, columns=["id"], tally=Tally()):
        pass
    file.close()
    gc.collect()
    assert printed == []
