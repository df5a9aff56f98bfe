"""What is damaged in an archive is found, named, and looked behind."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newscrawl.archive import Archive
from newscrawl.archive.checking import Damage, find_damage
from tests.archive.samples import article
from tests.archive.test_intact import spoil
from tests.cli.commands.calling import newscrawl

PAGE = 8192


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Archive.open(tmp_path / "data") as archive:
        for number in range(40):
            archive.store(article(number))
        archive.store(article(7, title="Judul Baru"))
    return tmp_path / "data"


def damages(folder: Path) -> list[Damage]:
    with Archive.open(folder, create=False) as archive:
        return list(find_damage(archive.database))


def test_a_whole_archive_is_said_to_be_whole(folder: Path) -> None:
    done = newscrawl(folder.parent, "archive", "check")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("archive.sqlite: whole; 40 articles in 41 versions, all as stored\n")


def test_a_changed_record_is_named_with_its_article(folder: Path) -> None:
    spoil(folder, "UPDATE versions SET record = replace(record, 'Judul Baru', 'Judul Bara') WHERE number = 2")
    done = newscrawl(folder.parent, "archive", "check", "--json")
    assert done.returncode == 5
    assert [json.loads(line) for line in done.stdout.splitlines()] == [
        {
            "kind": "version",
            "what": "is not as it was stored",
            "id": article(7).id,
            "site": "warta",
            "url": article(7).url,
            "version": 2,
        },
        {
            "kind": "article",
            "what": "not as its record says: title",
            "id": article(7).id,
            "site": "warta",
            "url": article(7).url,
            "version": 2,
        },
    ]
    told = newscrawl(folder.parent, "archive", "check")
    assert told.returncode == 5
    assert f"version 2 of {article(7).url} ({article(7).id}): is not as it was stored" in told.stdout
    assert "What to do" in told.stdout


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("UPDATE articles SET site = 'wartb' WHERE key = 3", "article"),
        ("UPDATE articles SET url = url || 'x' WHERE key = 3", "article"),
        ("UPDATE articles SET latest = latest + 1 WHERE key = 3", "article"),
        ("DELETE FROM versions WHERE article = 3", "article"),
        ("UPDATE articles SET cluster = 5 WHERE key = 3", "article"),
        ("UPDATE urls SET article = 900 WHERE url LIKE '%/12'", "address"),
        ("UPDATE versions SET number = 9 WHERE article = 3", "version"),
    ],
)
def test_what_is_said_of_an_article_is_compared_with_its_record(
    statement: str, kind: str, folder: Path
) -> None:
    spoil(folder, statement)
    assert kind in {damage.kind for damage in damages(folder)}


def test_what_lies_behind_a_bad_page_is_looked_at(folder: Path) -> None:
    path = folder / "archive.sqlite"
    spoil(folder, "UPDATE versions SET record = record || ' ' WHERE article = 40")
    content = bytearray(path.read_bytes())
    at = content.index(b'"title": "Warga Desa 5 Panen') // PAGE * PAGE
    content[at : at + PAGE] = bytes(PAGE)
    path.write_bytes(content)
    found = damages(folder)
    unreadable = [damage.url for damage in found if damage.what == "cannot be read"]
    assert article(5).url in unreadable
    assert article(39).url in [damage.url for damage in found if damage.what == "is not as it was stored"]
    assert any(damage.kind == "file" for damage in found)
    assert len(unreadable) < 10


def test_archive_takes_what_to_do(folder: Path) -> None:
    assert newscrawl(folder.parent, "archive").returncode == 2
    assert newscrawl(folder.parent, "archive", "chekc").returncode == 2


@pytest.mark.parametrize("table", ["versions", "articles"])
def test_a_row_whose_number_was_damaged_is_reached_without_counting_up_to_it(
    folder: Path, table: str
) -> None:
    spoil(folder, f"UPDATE {table} SET key = {2**60} WHERE key = (SELECT max(key) FROM {table})")
    assert newscrawl(folder.parent, "archive", "check").returncode == 5
