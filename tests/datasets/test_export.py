"""What an export holds, in every form, read by the tools that people use."""

from __future__ import annotations

import csv
import gzip
import io
import json
import sys
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from newscrawl.archive import Archive, Selection
from newscrawl.datasets import Choice, Export, ExportError, Splits, form_of
from newscrawl.datasets.choice import Versions
from newscrawl.datasets.export import Format
from newscrawl.items import Article
from tests.archive.samples import START, article
from tests.datasets.conftest import TRICKY

FIELDS = [field.name for field in fields(Article)]


def write(archive: Archive, output: Path, form: Format | None = None, **options: Any) -> int:
    splits = Splits.parse(options.pop("split", None))
    export = Export(output=output, form=form or form_of(output), choice=Choice(**options), splits=splits)
    return export.write(archive).records


def json_lines(archive: Archive, folder: Path, **options: Any) -> list[dict[str, Any]]:
    write(archive, folder / "out.jsonl", **options)
    return [json.loads(line) for line in (folder / "out.jsonl").read_bytes().splitlines()]


def names(records: list[dict[str, Any]]) -> list[str]:
    return [f"{record['site']}/{record['url'].rpartition('/')[2]}" for record in records]


ALL = [
    "warta/0",
    "warta/1",
    "warta/2",
    "kabar/21",
    "warta/3",
    "siar/22",
    "warta/4",
    "warta/5",
    "warta/6",
    "warta/7",
    "siar/23",
    "kabar/20",
]


def test_json_lines_are_the_records_in_the_order_of_publication(archive: Archive, tmp_path: Path) -> None:
    records = json_lines(archive, tmp_path)
    assert names(records) == ALL
    for record in records:
        assert list(record) == FIELDS
        assert record == archive.versions(record["id"])[-1].record


def test_first_and_all_versions(archive: Archive, tmp_path: Path) -> None:
    first = json_lines(archive, tmp_path, versions="first")
    assert names(first) == ["warta/0", *ALL[1:]]
    assert {record["version"] for record in first} == {1}
    every = json_lines(archive, tmp_path, versions="all")
    edited = [record for record in every if record["id"] == article(1).id]
    assert [(record["version"], record["title"]) for record in edited] == [
        (1, article(1).title),
        (2, "Judul Baru"),
    ]
    assert len(every) == len(ALL) + 1


def test_dedup_keeps_the_likely_origin(archive: Archive, tmp_path: Path) -> None:
    assert names(json_lines(archive, tmp_path, dedup="exact")) == [n for n in ALL if n != "siar/22"]
    near = [name for name in ALL if name not in ("siar/22", "kabar/21")]
    assert names(json_lines(archive, tmp_path, dedup="near")) == near


def test_dedup_looks_at_what_is_selected(archive: Archive, tmp_path: Path) -> None:
    selection = Selection(sites=["kabar", "siar"])
    records = json_lines(archive, tmp_path, dedup="near", selection=selection)
    assert names(records) == ["kabar/21", "siar/22", "siar/23", "kabar/20"]
    assert records[0]["copy_of"] == article(2).id


def test_the_same_text_weeks_later_is_an_exact_duplicate_still(archive: Archive, tmp_path: Path) -> None:
    again = article(40, site="siar", title=article(4).title, body=article(4).body)
    archive.store(
        article(40, site="siar", title=again.title, body=again.body, published_at=START + timedelta(days=300))
    )
    for dedup in ("exact", "near"):
        assert "siar/40" not in names(json_lines(archive, tmp_path, dedup=dedup))


def test_filters(archive: Archive, tmp_path: Path) -> None:
    since = START + timedelta(days=60)
    assert names(json_lines(archive, tmp_path, selection=Selection(since=since))) == ["warta/7", "siar/23"]
    assert names(json_lines(archive, tmp_path, selection=Selection(words="baru judul"))) == ["warta/1"]
    assert names(json_lines(archive, tmp_path, selection=Selection(languages=["en"]))) == ["siar/23"]
    assert json_lines(archive, tmp_path, selection=Selection(min_length=10**6)) == []


@pytest.mark.parametrize(
    ("name", "unpack"),
    [("out.jsonl.gz", gzip.decompress), ("out.csv.gz", gzip.decompress), ("out.jsonl.zst", None)],
)
def test_packed_files_hold_the_same(archive: Archive, tmp_path: Path, name: str, unpack: Any) -> None:
    if unpack is None:
        zstd = pytest.importorskip("compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd")
        unpack = zstd.decompress
    plain = tmp_path / name.removesuffix(Path(name).suffix)
    write(archive, plain)
    write(archive, tmp_path / name)
    assert unpack((tmp_path / name).read_bytes()) == plain.read_bytes()


def test_csv_comes_back_as_it_was(archive: Archive, tmp_path: Path) -> None:
    records = json_lines(archive, tmp_path)
    write(archive, tmp_path / "out.csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text("utf-8"), newline="")))
    assert len(rows) == len(records)
    for row, record in zip(rows, records, strict=True):
        assert list(row) == FIELDS
        assert row["title"] == record["title"]
        assert row["body"] == record["body"]
        assert row["published_at"] == (record["published_at"] or "")
        assert row["authors"] == "; ".join(record["authors"])
        assert json.loads(row["images"]) == record["images"]
    tricky = next(row for row in rows if row["title"] == TRICKY)
    assert json.loads(tricky["tags"]) == ["satu; dua", "tiga"]
    assert json.loads(tricky["reactions"]) == {"suka": 3, "marah": 0}


def test_parquet_is_typed(archive: Archive, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    records = json_lines(archive, tmp_path)
    write(archive, tmp_path / "out.parquet")
    table = parquet.read_table(tmp_path / "out.parquet")
    types = {field.name: str(field.type) for field in table.schema}
    assert types["published_at"] == "timestamp[us, tz=UTC]"
    assert types["published_offset"] == "int16"
    assert types["tags"].startswith("list<")
    assert types["pages"] == "int64"
    assert table.schema.field("title").metadata[b"description"] == b"Headline as shown on the page."
    rows = table.to_pylist()
    assert len(rows) == len(records)
    for row, record in zip(rows, records, strict=True):
        check_row(row, record)


def check_row(row: dict[str, Any], record: dict[str, Any]) -> None:
    for name in ("id", "title", "body", "tags", "images", "version", "cluster", "copy_of", "changed"):
        assert row[name] == record[name], name
    pairs = [{"name": name, "value": value} for name, value in record["reactions"].items()]
    assert row["reactions"] == pairs
    if record["published_at"] is None:
        assert row["published_at"] is row["published_offset"] is None
    else:
        moment = datetime.fromisoformat(record["published_at"])
        assert row["published_at"] == moment.astimezone(UTC)
        assert row["published_offset"] == 420


def test_an_empty_parquet_file_has_the_columns(archive: Archive, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    write(archive, tmp_path / "out.parquet", selection=Selection(min_length=10**6))
    table = parquet.read_table(tmp_path / "out.parquet")
    assert (table.num_rows, "published_offset" in table.column_names) == (0, True)


def test_many_records_come_back_whole_and_in_order(data: str, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    archive = Archive.open(data)
    with archive.transaction():
        for number in range(6100):
            body = f"Nomor {number} dari banyak berita pendek."
            archive.store(article(number, body=body, title=str(number)))
    write(archive, tmp_path / "out.parquet")
    file = parquet.ParquetFile(tmp_path / "out.parquet")
    assert file.num_row_groups == 2
    assert file.read(["title"])["title"].to_pylist() == [str(number) for number in range(6100)]


@pytest.mark.parametrize("partition", ["site", "month"])
def test_partitions_are_found_by_readers(archive: Archive, tmp_path: Path, partition: Any) -> None:
    dataset = pytest.importorskip("pyarrow.dataset")
    write(archive, tmp_path / "news", "parquet", partition=partition)
    table = dataset.dataset(tmp_path / "news", partitioning="hive").to_table()
    assert sorted(table["id"].to_pylist()) == sorted(r["id"] for r in json_lines(archive, tmp_path))
    values = dict(zip(table["id"].to_pylist(), map(str, table[partition].to_pylist()), strict=True))
    for record in json_lines(archive, tmp_path):
        expected = record["site"] if partition == "site" else (record["published_at"] or "None")[:7].rstrip()
        assert values[record["id"]] == expected[:7] if partition == "month" else expected
    folders = sorted(path.name for path in (tmp_path / "news").iterdir() if path.is_dir())
    if partition == "month":
        assert folders[0] == "month=2026-08"
        assert "month=__HIVE_DEFAULT_PARTITION__" in folders
    else:
        assert folders == ["site=kabar", "site=siar", "site=warta"]


def test_splits_keep_copies_together_and_stay_the_same(archive: Archive, tmp_path: Path) -> None:
    write(archive, tmp_path / "out.jsonl", split="60/20/20")
    sides: dict[str, str] = {}
    for side in ("train", "validation", "test"):
        for line in (tmp_path / f"out-{side}.jsonl").read_bytes().splitlines():
            record = json.loads(line)
            sides[record["id"]] = side
    assert len(sides) == len(ALL)
    assert sides[article(2).id] == sides[article(21, site="kabar").id]
    assert not (tmp_path / "out.jsonl").exists()
    some = Selection(sites=["warta"])
    write(archive, tmp_path / "some.jsonl", split="60/20/20", selection=some)
    for line in (tmp_path / "some-test.jsonl").read_bytes().splitlines():
        assert sides[json.loads(line)["id"]] == "test"


def test_the_same_archive_gives_the_same_bytes(archive: Archive, tmp_path: Path) -> None:
    def everything(folder: Path) -> dict[str, bytes]:
        folder.mkdir()
        for name in ("a.jsonl", "a.jsonl.gz", "a.jsonl.zst", "a.csv", "a.parquet"):
            write(archive, folder / name, dedup="near", versions="all")
        write(archive, folder / "hf", "hf", split="90/10")
        write(archive, folder / "months", "parquet", partition="month")
        return {
            str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()
        }

    assert everything(tmp_path / "one") == everything(tmp_path / "two")


def test_an_export_sees_one_state_of_the_archive(archive: Archive, data: str, tmp_path: Path) -> None:
    export = Export(output=tmp_path / "out.jsonl", form="jsonl")

    def store_more(done: int, of: int) -> None:
        with Archive.open(data) as other:
            other.store(article(500 + done))

    assert export.write(archive, store_more).records == len(ALL)
    assert write(archive, tmp_path / "out.jsonl") > len(ALL)


def test_pandas_reads_json_lines(archive: Archive, tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    write(archive, tmp_path / "out.jsonl")
    frame = pandas.read_json(tmp_path / "out.jsonl", lines=True)
    assert list(frame.columns) == FIELDS
    assert len(frame) == len(ALL)
    packed = tmp_path / "out.jsonl.gz"
    write(archive, packed)
    assert pandas.read_json(packed, lines=True)["title"].tolist() == frame["title"].tolist()


def test_duckdb_reads_every_form(archive: Archive, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    for name in ("out.jsonl", "out.jsonl.gz", "out.csv", "out.parquet"):
        write(archive, tmp_path / name)
        query = f"SELECT count(*), count(DISTINCT site), max(length(body)) FROM '{tmp_path / name}'"
        ((count, sites, longest),) = duckdb.sql(query).fetchall()
        assert (count, sites) == (len(ALL), 3), name
        assert longest == max(len(record["body"]) for record in json_lines(archive, tmp_path)), name
    write(archive, tmp_path / "news", "parquet", partition="month")
    months = duckdb.sql(
        f"SELECT month, count(*) FROM '{tmp_path}/news/*/*.parquet' GROUP BY month"
    ).fetchall()
    assert sum(count for _, count in months) == len(ALL)


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.jsonl", "jsonl"),
        ("a.b.jl.gz", "jsonl"),
        ("A.NDJSON", "jsonl"),
        ("a.csv.zst", "csv"),
        ("a.parquet", "parquet"),
    ],
)
def test_the_ending_decides(name: str, form: str) -> None:
    assert form_of(Path(name)) == form


@pytest.mark.parametrize("name", ["a", "a.txt", "a.gz", "a.parquet.gz", "folder"])
def test_an_ending_that_decides_nothing_is_named(name: str) -> None:
    with pytest.raises(ExportError, match=f"{name}: the ending says no format"):
        form_of(Path(name))


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        (None, {"train": 1}),
        ("90/10", {"train": 0.9, "test": 0.1}),
        ("8,1,1", {"train": 0.8, "validation": 0.1, "test": 0.1}),
        ("train=3, dev=1", {"train": 0.75, "dev": 0.25}),
    ],
)
def test_shares(text: str | None, shares: dict[str, float]) -> None:
    assert Splits.parse(text).shares == pytest.approx(shares)


@pytest.mark.parametrize(
    "text", ["90", "a/b", "1/2/3/4", "train=1,train=2", "90/0", "-1/2", "x y=1,b=2", "1/nan"]
)
def test_shares_that_cannot_be_are_named(text: str) -> None:
    with pytest.raises(ExportError, match="write 90/5/5"):
        Splits.parse(text)


def test_shares_come_out_as_asked() -> None:
    splits = Splits.parse("80/10/10")
    sides = [splits.of(f"unit {number}", None) for number in range(5000)]
    assert sides.count("train") / 5000 == pytest.approx(0.8, abs=0.02)
    assert sides.count("test") / 5000 == pytest.approx(0.1, abs=0.02)


def test_a_split_by_time_begins_with_the_days_named(archive: Archive, tmp_path: Path) -> None:
    everything = json_lines(archive, tmp_path)
    days = sorted({record["published_at"][:10] for record in everything if record["published_at"]})
    export = Export(output=tmp_path / "t.jsonl", form="jsonl", splits=Splits.parse(f"{days[2]},{days[4]}"))
    tally = export.write(archive)
    sides = {
        name: [json.loads(line)["published_at"][:10] for line in path.read_bytes().splitlines()]
        for name in ("train", "validation", "test")
        for path in [tmp_path / f"t-{name}.jsonl"]
    }
    assert all(day < days[2] for day in sides["train"])
    assert all(days[2] <= day < days[4] for day in sides["validation"])
    assert all(day >= days[4] for day in sides["test"])
    undated = sum(record["published_at"] is None for record in everything)
    assert tally.in_no_split == undated > 0
    assert tally.records == len(everything) - undated == sum(map(len, sides.values()))


@pytest.mark.parametrize("text", ["2026-05-01,2026-04-01", "2026-13-01", "2026-01-01,2026-02-01,2026-03-01"])
def test_days_that_split_nothing_are_named(text: str) -> None:
    with pytest.raises(ExportError, match="one or two days in order"):
        Splits.parse(text)


@pytest.mark.parametrize("versions", ["last", "all"])
def test_a_sample_beside_what_is_reserved_is_as_large_as_asked_for(
    archive: Archive, tmp_path: Path, versions: Versions
) -> None:
    for number in range(100, 120):
        reserved = ["meta: noai"] if number % 2 else []
        archive.store(article(number, site="pesan", reserved=reserved))
    chosen = Selection(sites=("pesan",))
    for sample in (6, 10, 12):
        choice = Choice(selection=chosen, versions=versions, sample=sample, beyond_reserved=True)
        export = Export(output=tmp_path / "out.jsonl", form="jsonl", choice=choice, without_reserved=True)
        tally = export.write(archive)
        assert tally.records == min(sample, 10)
    assert tally.reserved == 10


def test_a_sample_is_the_same_every_time_and_holds_the_smaller_one(archive: Archive, tmp_path: Path) -> None:
    three = names(json_lines(archive, tmp_path, sample=3))
    assert len(three) == 3
    assert three == names(json_lines(archive, tmp_path, sample=3))
    assert set(three) < set(names(json_lines(archive, tmp_path, sample=6)))
    assert names(json_lines(archive, tmp_path, sample=1000)) == ALL


def test_near_copies_are_not_taken_for_exact_ones_where_none_were_looked_for(
    archive: Archive, tmp_path: Path
) -> None:
    archive.renew_copies()
    archive.database.execute("UPDATE meta SET value = 'content-hash' WHERE name = 'copies'")
    assert archive.copies.algorithm() == "content-hash"
    with pytest.raises(ExportError, match="newscrawl\\[dedup\\]"):
        json_lines(archive, tmp_path, dedup="near")
    assert names(json_lines(archive, tmp_path, dedup="exact"))


def test_what_no_range_can_hold_is_counted(archive: Archive, tmp_path: Path) -> None:
    place = tmp_path / "r.jsonl"
    ranged = Choice(selection=Selection(since=START))
    assert Export(output=place, form="jsonl", choice=ranged).write(archive).in_no_range == 1
    elsewhere = Choice(selection=Selection(since=START, sites=["siar"]))
    assert Export(output=place, form="jsonl", choice=elsewhere).write(archive).in_no_range == 0
    assert Export(output=place, form="jsonl").write(archive).in_no_range == 0
