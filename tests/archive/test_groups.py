"""Articles that are stored as a group: what comes of it is what comes of storing one after the other."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from newscrawl.archive import Archive, ArchiveError
from newscrawl.archive.prepared import Prepared, prepare
from newscrawl.archive.writer import ArchiveWriter
from newscrawl.items import Article
from tests.archive.samples import START, article, story
from tests.patience import patience
from tests.postgres import NewData

_ROWS = {
    "articles": "key, id, site, url, title, day, version, latest, content_hash, first_seen, etag, cluster",
    "versions": "key, article, number, run, shape, record, checksum",
    "clusters": "key, origin",
    "urls": "url, site, state, article, changed_at",
    "fresh": "version, article, places",
}


def _group() -> list[Article]:
    """New articles, a copy, an edit, one seen again, one under a new id, and addresses that move."""
    later = START + timedelta(hours=3)
    shared = "https://warta.example/pindah"
    return [
        *(article(number) for number in range(1, 30)),
        article(3, site="kabar", body=story(3, "warta")),
        article(5, title="Judul Baru", body=story(77), fetched_at=later),
        article(6, fetched_at=later),
        replace(article(7, fetched_at=later), id="ffffffffffffffff"),
        article(40, aliases=[shared]),
        article(41, aliases=[shared]),
    ]


def _ready(articles: list[Article]) -> list[Prepared]:
    return [prepare(each, now=datetime.now(UTC)) for each in articles]


def _rows(archive: Archive) -> dict[str, list[Any]]:
    return {
        table: [
            tuple(map(_plain, row)) for row in archive.database.all(f"SELECT {names} FROM {table} ORDER BY 1")
        ]
        for table, names in _ROWS.items()
    }


def _plain(value: Any) -> Any:
    return bytes(value) if isinstance(value, memoryview) else value


def test_a_group_is_stored_as_its_articles_are_one_by_one(new_data: NewData) -> None:
    with Archive.open(new_data()) as single, Archive.open(new_data()) as grouped:
        one_by_one = []
        with single.transaction():
            one_by_one = [single.store_prepared(each) for each in _ready(_group())]
        assert grouped.store_all(_ready(_group())) == one_by_one
        assert _numbered_anew(_rows(grouped)) == _numbered_anew(_rows(single))
        assert {stored.outcome for stored in one_by_one} == {"new", "updated", "unchanged"}
        assert any(stored.article.copy_of for stored in one_by_one)


def _numbered_anew(rows: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """Rows with the places of keys for keys: a number more or less is skipped on a server."""
    articles = {row[0]: at for at, row in enumerate(rows["articles"])}
    versions = {row[0]: at for at, row in enumerate(rows["versions"])}
    clusters = {row[0]: at for at, row in enumerate(rows["clusters"])}
    return {
        "articles": [
            (*row[1:7], versions[row[7]], *row[8:11], clusters.get(row[11])) for row in rows["articles"]
        ],
        "versions": [(articles[row[1]], *row[2:6]) for row in rows["versions"]],
        "clusters": [articles[row[1]] for row in rows["clusters"]],
        "urls": [(*row[:3], articles.get(row[3]), row[4]) for row in rows["urls"]],
        "fresh": [(versions[row[0]], articles[row[1]], row[2]) for row in rows["fresh"]],
    }


def test_a_group_finds_what_others_stored_before_it(data: str) -> None:
    with Archive.open(data) as mine, Archive.open(data) as theirs:
        mine.store_all(_ready([article(number) for number in range(1, 8)]))
        edited = article(2, title="Judul Baru", body=story(50))
        copied = article(4, site="kabar", body=story(4, "warta"))
        stored = theirs.store_all(_ready([edited, copied, article(9)]))
        assert [each.outcome for each in stored] == ["updated", "new", "new"]
        assert stored[1].article.copy_of == article(4).id
        again = mine.store_all(_ready([article(9), article(4, site="kabar", body=story(4, "warta"))]))
        assert [each.outcome for each in again] == ["unchanged", "unchanged"]
        keys = [key for (key,) in mine.database.all("SELECT key FROM versions ORDER BY stored_at, key")]
        assert keys == sorted(keys)


def test_what_is_sorted_in_amid_a_group_is_found_by_the_rest_of_it(data: str) -> None:
    copied = article(4, site="kabar", body=story(4, "warta"))
    with Archive.open(data) as archive, archive.storing(group := _ready([article(4), article(5), copied])):
        archive.store_prepared(group[0])
        archive.store_prepared(group[1])
        archive.sort_in()
        assert archive.store_prepared(group[2]).article.copy_of == article(4).id


def test_a_group_that_fails_leaves_nothing_of_itself(data: str) -> None:
    with Archive.open(data) as archive:
        with pytest.raises(ZeroDivisionError), archive.storing(group := _ready(_group())):
            for each in group[:20]:
                archive.store_prepared(each)
            raise ZeroDivisionError
        assert _rows(archive) == {table: [] for table in _ROWS}
        assert [each.outcome for each in archive.store_all(_ready(_group()))][:29] == ["new"] * 29


def test_a_row_that_is_there_already_fails_the_transaction_it_waits_in(data: str) -> None:
    with Archive.open(data) as archive:
        archive.store(article())
        row = {"url": article().url, "site": "warta", "state": "wanted", "changed_at": "2026-01-01"}
        with pytest.raises(ArchiveError), archive.transaction():
            archive.database.add("urls", row)
        assert archive.known(article().url)


def test_jobs_about_articles_are_grouped_and_each_gets_its_own_result(data: str) -> None:
    writer = ArchiveWriter(lambda: Archive.open(data))
    group = _ready(_group())
    futures = [writer.submit(lambda archive, one=one: archive.store_prepared(one), one) for one in group]
    outcomes = [future.result(patience(20)).outcome for future in futures]
    writer.close()
    assert outcomes == ["new"] * 30 + ["updated", "unchanged", "unchanged", "new", "new"]
