"""The data set folder for the Hugging Face Hub, read by its own library."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from newscrawl.archive import Archive
from newscrawl.datasets import Choice, Export, Splits
from tests.archive.samples import article
from tests.datasets.test_export import ALL

pytest.importorskip("pyarrow")


@pytest.fixture
def folder(archive: Archive, tmp_path: Path) -> Path:
    output = tmp_path / "berita"
    splits = Splits.parse("70/30")
    Export(output=output, form="hf", splits=splits, notes={"dedup": "none", "region": "Jawa"}).write(archive)
    return output


def test_the_library_reads_the_folder(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HF_HUB_OFFLINE", "HF_DATASETS_OFFLINE"):
        monkeypatch.setenv(name, "1")
    monkeypatch.setenv("HF_HOME", str(tmp_path / "home"))
    datasets = pytest.importorskip("datasets")
    loaded = datasets.load_dataset(str(folder), cache_dir=str(tmp_path / "cache"))
    assert list(loaded) == ["train", "test"]
    rows = [row for split in loaded.values() for row in split]
    assert len(rows) == len(ALL)
    (row,) = [row for row in rows if row["id"] == article(1).id]
    assert row["title"] == "Judul Baru"
    assert row["published_at"].utcoffset().total_seconds() == 0
    assert row["images"][0]["caption"] == "Petani di sawah"


def test_the_shards_have_the_names_that_the_hub_expects(folder: Path) -> None:
    assert sorted(path.name for path in (folder / "data").iterdir()) == [
        "test-00000-of-00001.parquet",
        "train-00000-of-00001.parquet",
    ]


def test_shards_are_numbered(archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    monkeypatch.setattr("newscrawl.datasets.folders.SHARD", 5)
    Export(output=tmp_path / "berita", form="hf").write(archive)
    paths = sorted((tmp_path / "berita" / "data").iterdir())
    assert [path.name for path in paths] == [f"train-{n:05}-of-00003.parquet" for n in range(3)]
    ids = [row["id"] for path in paths for row in parquet.read_table(path).to_pylist()]
    assert len(ids) == len(set(ids)) == len(ALL)


def test_the_card_says_what_is_in_it(folder: Path) -> None:
    text = (folder / "README.md").read_text("utf-8")
    _, head, body = text.split("---\n", 2)
    facts = yaml.safe_load(head)
    assert facts["configs"][0]["data_files"] == [
        {"split": "train", "path": "data/train-*.parquet"},
        {"split": "test", "path": "data/test-*.parquet"},
    ]
    assert facts["language"] == ["en", "id"]
    assert facts["license"] == "other"
    assert facts["size_categories"] == ["n<1K"]
    assert "12 records" in body
    assert "2026-08-01 to 2026-10-10" in body
    assert "- region: Jawa" in body
    assert 'load_dataset("berita")' in body
    assert re.search(r"\| `published_at` \| timestamp\[us, tz=UTC\] \| Instant of publication", body)
    assert re.search(r"\| warta \| 8 \|", body)
    assert "grants no licence" in body


def test_an_empty_data_set_is_one_too(archive: Archive, tmp_path: Path) -> None:
    from newscrawl.archive import Selection  # noqa: PLC0415

    choice = Choice(selection=Selection(min_length=10**6))
    tally = Export(output=tmp_path / "none", form="hf", choice=choice).write(archive)
    assert tally.records == 0
    assert [path.name for path in (tmp_path / "none" / "data").iterdir()] == ["train-00000-of-00001.parquet"]
    assert "no known dates" in (tmp_path / "none" / "README.md").read_text("utf-8")


def test_a_split_without_records_is_left_out(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HF_HUB_OFFLINE", "HF_DATASETS_OFFLINE"):
        monkeypatch.setenv(name, "1")
    output = tmp_path / "berita"
    Export(output=output, form="hf", splits=Splits.parse("2099-01-01")).write(archive)
    assert [path.name for path in (output / "data").iterdir()] == ["train-00000-of-00001.parquet"]
    text = (output / "README.md").read_text("utf-8")
    assert "split: test" not in text
    assert "| test | 0 |" in text
    datasets = pytest.importorskip("datasets")
    assert list(datasets.load_dataset(str(output), cache_dir=str(tmp_path / "cache"))) == ["train"]
