"""A copy of an archive is that archive: on the same engine, on the other one, and after a kill."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest

from newscrawl.archive import Archive, ArchiveError, Selection, Validators, Wanted
from newscrawl.archive import copying as copying_module
from newscrawl.archive.copying import ANEW, TABLES, CopyError, copy
from newscrawl.archive.database import Row
from newscrawl.archive.engines.postgres import words as words_module
from newscrawl.archive.engines.postgres.database import PostgresDatabase
from newscrawl.archive.engines.postgres.words import Vector, vector
from newscrawl.archive.statistics import statistics
from tests.archive.samples import article
from tests.postgres import NewData

NOW = datetime(2026, 8, 2, tzinfo=UTC)


@pytest.fixture
def source(data: str) -> Iterator[Archive]:
    """An archive with something in every table, a part of it fresh."""
    with Archive.open(data) as archive:
        with archive.transaction():
            run = archive.runs.begin("warta", now=NOW)
            archive.frontier.want("warta", [Wanted("https://warta.example/lagi", {"a": 1})], now=NOW)
            archive.frontier.refuse("warta", "https://warta.example/x", "http-404", now=NOW)
            archive.walks.begin("warta", "s", now=NOW)
            archive.walks.end("warta", "s", {"l": Validators("e")}, now=NOW)
        for number in range(30):
            archive.store(article(number), run=run)
        archive.store(article(3, title="Judul Lama"))
        archive.sort_in()
        for site in ("kabar", "siar"):
            archive.store(article(1, site=site, body=article(1).body))
        archive.store(article(4, title="Judul Lain"), run=run)
        archive.mark_day_done("warta", date(2026, 8, 1))
        yield archive


def everything(archive: Archive) -> dict[str, Any]:
    """What users see of an archive."""
    rows = archive.database.all(
        "SELECT id, number FROM articles JOIN versions ON versions.article = articles.key ORDER BY id, number"
    )
    return {
        "lines": [json.loads(archive.articles.line(*row)) for row in rows],
        "words": {
            words: archive.search(Selection(words=words), limit=99, newest=True)
            for words in ("judul", "warga", '"judul lain"', "lama")
        },
        "counts": statistics(archive, Selection(), by="site"),
        "wanted": list(archive.frontier.wanted("warta", now=NOW)),
        "days": archive.days_done("warta"),
        "runs": archive.runs.all(),
        "validators": archive.walks.validators("l"),
        "caught up": archive.walks.caught_up_at("warta", "s"),
    }


def test_a_copy_is_the_archive_and_can_be_added_to(
    source: Archive, new_data: NewData, tmp_path: Path
) -> None:
    for place in (new_data(), str(tmp_path / "folder")):
        with Archive.open(place) as target:
            copied = copy(source, target)
            assert (copied.articles, copied.versions) == (32, 34)
            assert everything(target) == everything(source)
            pytest.importorskip("rensa")
            later = article(1, site="radar", body=article(1).body)
            assert target.store(later).article.copy_of is not None
            assert target.store(article(99)).outcome == "new"


def test_a_copy_to_a_server_and_back_is_the_archive(source: Archive, postgres: str, tmp_path: Path) -> None:
    with Archive.open(postgres) as there, Archive.open(tmp_path / "back") as back:
        copy(source, there)
        copy(there, back)
        assert everything(back) == everything(source)


def test_a_copy_that_was_broken_off_goes_on(
    source: Archive, new_data: NewData, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying_module, "_AT_ONCE", 7)
    place, steps = new_data(), 0
    for most in range(0, 100, 5):

        def stop(_done: int, _of: int, most: int = most) -> None:
            nonlocal steps
            steps += 1
            if steps > most:
                raise KeyboardInterrupt

        steps = 0
        try:
            with Archive.open(place) as target:
                copy(source, target, stop)
        except KeyboardInterrupt:
            continue
        break
    assert most > 20
    with Archive.open(place) as target:
        assert everything(target) == everything(source)


def test_a_source_that_changed_meanwhile_is_found_out(source: Archive, new_data: NewData) -> None:
    def stop(done: int, of: int) -> None:
        if done > of / 2:
            raise KeyboardInterrupt

    with Archive.open(new_data()) as target:
        with pytest.raises(KeyboardInterrupt):
            copy(source, target, stop)
        source.store(article(2, title="Judul Sesudah"))
        with pytest.raises(CopyError, match=r"it is no copy of .* changed since a copy was broken off"):
            copy(source, target)


def test_only_an_empty_archive_is_copied_into(source: Archive, new_data: NewData) -> None:
    with Archive.open(new_data()) as target:
        target.store(article(1))
        with pytest.raises(CopyError, match="there is an archive already"):
            copy(source, target)


def test_a_record_that_is_damaged_on_the_way_is_named(source: Archive, new_data: NewData) -> None:
    source.database.execute("UPDATE versions SET record = replace(record, 'Warga', 'Wargi') WHERE key = 2")
    with Archive.open(new_data()) as target, pytest.raises(ArchiveError, match="is not as it was stored"):
        copy(source, target)


def test_every_table_is_copied_or_made_anew(data: str) -> None:
    with Archive.open(data) as archive:
        tables = {name for name in archive.database.tables() if not name.startswith("words_")}
    assert tables <= {*TABLES, *ANEW}


def test_the_index_of_words_is_whole_when_a_copy_ends(source: Archive, postgres: str) -> None:
    def stop(done: int, of: int) -> None:
        if done == of:
            raise KeyboardInterrupt

    with Archive.open(postgres) as target:
        with pytest.raises(KeyboardInterrupt):
            copy(source, target, stop)
        assert target.database.one("SELECT to_regclass('words_found')") == (None,)
        copy(source, target)
        assert target.database.one("SELECT gin_clean_pending_list('words_found')") == (0,)
        assert everything(target) == everything(source)


def test_texts_are_indexed_while_records_are_written(
    source: Archive, postgres: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    with Archive.open(postgres) as target:
        load = PostgresDatabase.load

        def noted(self: PostgresDatabase, table: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
            load(self, table, columns, rows)
            done.append(table)

        def vector_of(title: str | None, body: str | None) -> Vector:
            done.append("text")
            return vector(title, body)

        monkeypatch.setattr(PostgresDatabase, "load", noted)
        monkeypatch.setattr(words_module, "vector", vector_of)
        copy(source, target)
        assert done.count("text") == 32
        assert done[: done.index("versions")].count("text") == 32
        assert everything(target) == everything(source)


def test_a_copy_whose_texts_lose_their_connection_goes_on(
    source: Archive, postgres: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(title: str | None, body: str | None) -> Vector:
        with psycopg.connect(postgres, autocommit=True) as other:
            other.execute(
                "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity"
                " WHERE query LIKE 'COPY words%' AND pid != pg_backend_pid()"
            )
        return Vector(bytes(vector(title, body)) + bytes(1 << 20))

    with Archive.open(postgres) as target:
        with monkeypatch.context() as patched:
            patched.setattr(words_module, "vector", lost)
            with pytest.raises(ArchiveError, match=r"postgresql://.*(closed|lost|connection)"):
                copy(source, target)
        copy(source, target)
        assert everything(target) == everything(source)


def test_a_role_that_owns_no_table_copies_into_them(source: Archive, postgres: str) -> None:
    with Archive.open(postgres) as owner:
        owner.database.execute("CREATE ROLE penyalin_saja")
        try:
            owner.database.execute("GRANT USAGE ON SCHEMA newscrawl TO penyalin_saja")
            owner.database.execute("GRANT ALL ON ALL TABLES IN SCHEMA newscrawl TO penyalin_saja")
            owner.database.execute("GRANT ALL ON ALL SEQUENCES IN SCHEMA newscrawl TO penyalin_saja")
            with Archive.open(postgres) as target:
                target.database.execute("SET ROLE penyalin_saja")
                copy(source, target)
            assert everything(owner) == everything(source)
        finally:
            owner.database.execute("DROP OWNED BY penyalin_saja")
            owner.database.execute("DROP ROLE penyalin_saja")
