"""What only an archive on a server can meet: refusals, lost connections, other machines, other words."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import textwrap
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from unicodedata import normalize
from urllib.parse import urlsplit, urlunsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newscrawl.archive import (
    Archive,
    ArchiveMissingError,
    ArchiveReadOnlyError,
    ArchiveSchemaError,
    ArchiveUnreachableError,
    ArchiveUnsuitableError,
    Selection,
)
from newscrawl.archive.database import Step
from newscrawl.archive.engines import open_database
from newscrawl.archive.engines.postgres.words import PostgresWords, bounded_vector, vector, words_of
from newscrawl.archive.prepared import prepare
from newscrawl.archive.query import QueryError, parse_query
from newscrawl.archive.schema import STEPS, migrate
from newscrawl.items import Article
from tests.archive.samples import article
from tests.postgres import END_OTHERS, base_of, tell

SECRET = "rahasia"
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def two(postgres: str, tmp_path: Path) -> tuple[Archive, Archive]:
    """An archive on each engine."""
    return Archive.open(tmp_path / "data"), Archive.open(postgres)


def with_password(address: str, user: str = "penulis") -> str:
    """The address of a base as a role with a password."""
    parts = urlsplit(address)
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit(parts._replace(netloc=f"{user}:{SECRET}@{host}"))


@pytest.mark.parametrize(
    "address",
    [
        f"postgresql://penulis:{SECRET}@127.0.0.1:1/berita",
        f"postgresql://penulis:{SECRET}@/berita?host=/nowhere",
        f"postgresql://penulis@127.0.0.1:1/berita?password={SECRET}",
        f"postgresql://penulis:{SECRET}/salah@127.0.0.1:1/berita",
        f"postgresql://penulis:{SECRET}%zz@127.0.0.1/berita",
    ],
)
def test_a_server_that_cannot_be_reached_is_one_line_without_the_password(address: str) -> None:
    pytest.importorskip("psycopg")
    with pytest.raises((ArchiveUnreachableError, ArchiveMissingError)) as refusal:
        Archive.open(address)
    assert SECRET not in str(refusal.value)
    assert "\n" not in str(refusal.value)
    assert "server" in str(refusal.value)


def test_a_base_that_is_not_there_is_named(postgres_server: str) -> None:
    with pytest.raises(ArchiveUnreachableError, match=r"/tak_ada: there is no such base.*createdb"):
        Archive.open(base_of(postgres_server, "tak_ada"))


def test_a_base_without_an_archive_is_named_and_left_as_it_is(postgres: str) -> None:
    with pytest.raises(ArchiveMissingError, match="there is no archive; crawl a site first"):
        Archive.open(postgres, create=False)
    with closing(open_database(postgres, create=True, lock_seconds=1)) as database:
        assert database.tables() == set()


def test_a_base_in_another_encoding_is_refused(postgres: str) -> None:
    name = f"{urlsplit(postgres).path[1:]}_latin"
    tell(postgres, f"CREATE DATABASE {name} ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
    try:
        with pytest.raises(ArchiveUnsuitableError, match=r"LATIN1.*createdb --encoding=UTF8"):
            Archive.open(base_of(postgres, name))
    finally:
        tell(postgres, f"DROP DATABASE {name}")


def test_a_server_that_is_too_old_is_refused(postgres: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newscrawl.archive.engines.postgres.address._OLDEST", 990000)
    with pytest.raises(ArchiveUnsuitableError, match="is too old; 99 or newer is needed"):
        Archive.open(postgres)


def test_a_newer_schema_is_refused_and_an_older_one_brought_up_to_date(postgres: str) -> None:
    with Archive.open(postgres) as archive:
        archive.store(article(1))
    more = Step.same("CREATE TABLE notes (article BIGINT);\nINSERT INTO notes SELECT key FROM articles;")
    with closing(open_database(postgres, create=True, lock_seconds=1)) as database:
        migrate(database, (*STEPS, more))
        assert database.all("SELECT count(*) FROM notes") == [(1,)]
    with pytest.raises(ArchiveSchemaError, match="is newer than"):
        Archive.open(postgres)


def test_a_role_that_may_only_read_reads(postgres: str) -> None:
    with Archive.open(postgres) as archive:
        archive.store(article(1, title="Waduk Baru"))
    role = f"pembaca_{os.getpid()}"
    tell(
        postgres,
        f"CREATE ROLE {role} LOGIN PASSWORD '{SECRET}'",
        f"GRANT USAGE ON SCHEMA newscrawl TO {role}",
        f"GRANT SELECT ON ALL TABLES IN SCHEMA newscrawl TO {role}",
    )
    try:
        with Archive.open(with_password(postgres, role), create=False) as archive:
            assert not archive.database.writable
            assert archive.search(Selection(words="waduk"), limit=1).total == 1
            assert len(archive.versions(article(1).id)) == 1
            with pytest.raises(ArchiveReadOnlyError, match="the role may not do that") as refusal:
                archive.store(article(2))
            assert SECRET not in str(refusal.value)
    finally:
        tell(postgres, f"DROP OWNED BY {role}", f"DROP ROLE {role}")


def test_a_connection_that_is_lost_loses_nothing_that_was_stored(postgres: str) -> None:
    archive = Archive.open(postgres)
    archive.store(article(1))
    lost = pytest.raises(ArchiveUnreachableError, match="nothing stored before is lost")
    with lost, archive.transaction():
        archive.store(article(2))
        tell(postgres, END_OTHERS)
        archive.store(article(3))
    for use in (lambda: archive.store(article(4)), archive.close):
        with pytest.raises(ArchiveUnreachableError):
            use()
    with Archive.open(postgres) as archive:
        assert archive.known(article(1).url)
        assert not archive.known(article(2).url)


def test_rows_that_wait_when_the_connection_is_lost_are_not_taken_for_stored(postgres: str) -> None:
    now = datetime.now(UTC)
    archive = Archive.open(postgres)
    with pytest.raises(ArchiveUnreachableError, match="nothing stored before is lost"), archive.transaction():
        archive.store_all([prepare(article(number), now=now) for number in range(1, 20)])
        tell(postgres, END_OTHERS)
    with Archive.open(postgres) as archive:
        assert archive.database.one("SELECT count(*) FROM articles") == (0,)
        assert archive.store(article(1)).outcome == "new"


def test_a_process_that_is_killed_while_it_stores_leaves_whole_articles(postgres: str) -> None:
    script = """
        import sys
        from newscrawl.archive import Archive
        from tests.archive.samples import article
        archive = Archive.open(sys.argv[1])
        for number in range(10_000):
            archive.store(article(number))
            print(number, flush=True)
    """
    command = [sys.executable, "-c", textwrap.dedent(script), postgres]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout is not None
        stored = [process.stdout.readline() for _ in range(25)]
        process.kill()
        stored += process.stdout.readlines()
    with Archive.open(postgres) as archive:
        counts = {
            archive.database.one(f"SELECT count(*) FROM {table}")
            for table in ("articles", "versions", "urls", "words")
        }
        assert len(counts) == 1
        assert all(archive.known(article(int(number)).url) for number in stored)


def test_copies_that_are_stored_at_once_are_one_cluster(postgres: str) -> None:
    pytest.importorskip("rensa")

    def store(number: int) -> None:
        with Archive.open(postgres) as archive:
            for story in range(10):
                archive.store(article(story, site=f"kabar{number}", body=article(story).body))

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(store, range(6)))
    with Archive.open(postgres) as archive:
        clusters = archive.database.all("SELECT cluster, count(*) FROM articles GROUP BY cluster")
        assert [count for _, count in clusters] == [6] * 10
        assert archive.database.one("SELECT count(*) FROM clusters") == (10,)


def test_a_run_of_another_machine_leaves_its_lines_there(
    postgres: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSCRAWL_FILES", str(tmp_path))
    with Archive.open(postgres) as archive:
        assert archive.folder == tmp_path
        assert not archive.database.has_files_of("elsewhere")


ODD_WORDS = (
    "waduk Waduk café CAFE é covid-19 19 3,5 www.kabar.example/a a_b jum'at ﬁ Ⅳ ½ 日本 ß İ x2 - “kutip” 1e5"
)
ODD_QUERIES = (
    'waduk|wad*|"waduk cafe"|cafe|OR|NOT|-|19|covid-19|cov*|-waduk|-"x2 waduk"|AND|a|b|a_b|kutip|e|5|3,5'
    '|jum\'at|ss|1e5|ﬁ|日*|_|-_|"_ waduk"'
)
WORDS = st.lists(st.sampled_from([*ODD_WORDS.split(), "e\u0301"]), max_size=8)
QUERIES = st.lists(st.sampled_from(ODD_QUERIES.split("|")), min_size=1, max_size=5)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=WORDS, body=WORDS, query=QUERIES)
def test_both_engines_find_the_same(
    two: tuple[Archive, Archive], title: list[str], body: list[str], query: list[str]
) -> None:
    one = article(1, title=" ".join(title), body=f"isi {' '.join(body)}")
    selection = Selection(words=" ".join(query))
    found: list[object] = []
    for archive in two:
        archive.store(one)
        try:
            found.append(archive.search(selection, limit=9).total)
        except QueryError as error:
            found.append(str(error))
    assert found[0] == found[1]


def test_of_very_many_matches_the_ones_stored_last_are_ranked(
    postgres: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PostgresWords, "most_ranked", 5)
    with Archive.open(postgres) as archive:
        archive.store(article(0, title="Waduk waduk waduk"))
        for number in range(1, 12):
            archive.store(article(number, title=f"Waduk {number}", site="warta" if number % 2 else "kabar"))
        found = archive.search(Selection(words="waduk"), limit=3)
        assert found.total == 12
        assert {name for name, _ in found.hits} <= {one.id for one in _stored(range(7, 12))}
        assert len(found.hits) == 3
        few = archive.search(Selection(words="waduk", sites=["kabar"]), limit=3)
        assert few.total == len(few.hits) + 2 == 5
        assert {name for name, _ in few.hits} <= {one.id for one in _stored(range(2, 12, 2))}
        assert len(archive.search(Selection(words="waduk"), limit=12).hits) == 12


def _stored(numbers: range) -> list[Article]:
    return [article(number, site="warta" if number % 2 else "kabar") for number in numbers]


def test_no_text_is_too_long_or_too_odd_to_be_stored(postgres: str) -> None:
    texts = [
        " ".join(f"kata{number}" for number in range(120_000)),
        "air " * 50_000,
        "x" * 100_000,
        "sebelum\0sesudah",
        "' \\ \" : * & | !",
    ]
    with Archive.open(postgres) as archive:
        for number, text in enumerate(texts):
            archive.store(article(number, title="Judul\0 Berita", body=text))
            assert archive.versions(article(number).id)[0].record["body"] == text
        assert archive.search(Selection(words="judul"), limit=9).total == len(texts)
        assert archive.search(Selection(words="sebelum sesudah"), limit=9).total == 1


@given(
    st.lists(st.text(st.sampled_from("ab c\u00e9\u0301"), max_size=80), min_size=2, max_size=2),
    st.integers(1, 900),
)
def test_the_quick_way_to_write_words_gives_what_the_careful_one_gives(texts: list[str], times: int) -> None:
    title, body = texts[0], f"{texts[1]} " * times
    assert vector(title, body) == bounded_vector(words_of(title), words_of(body))


@given(
    st.text(st.sampled_from("Ab9 _-.\x00\x1c\u201c\u2026\u00a0\u00e9\u0301\u0130\u4e2d\u00b2"), max_size=40)
)
def test_words_are_runs_of_letters_and_digits_in_whatever_text(text: str) -> None:
    bare = normalize("NFD", text.lower()).replace("\u0301", "").replace("\u0307", "")
    assert words_of(text) == re.findall(r"[^\W_]+", normalize("NFC", bare))


def test_a_tsvector_is_what_the_server_makes_of_its_words(postgres: str) -> None:
    long = "kata " * 255 + " ".join(f"k{number}" for number in range(20_000))
    for title, body in (
        ("Air \u201cBersih\u201d", "air b\u00e9rsih, \u4e2d\u6587: air!"),
        (None, "x" * 600),
        ("", long),
    ):
        of_title, of_body = words_of(title or ""), words_of(body)
        told = [f"'{word}':{place}A" for place, word in enumerate(of_title, 1)]
        told += [f"'{word}':{place}C" for place, word in enumerate(of_body, len(of_title) + 2)]
        with Archive.open(postgres) as archive:
            sql = "SELECT CAST(? AS tsvector) = ?"
            assert archive.database.one(sql, (" ".join(told), vector(title, body))) == (True,)


def test_searches_read_the_index_and_not_every_text(postgres: str) -> None:
    long = vector("Judul", " ".join(f"kata{number}" for number in range(300)))
    with Archive.open(postgres) as archive:
        with archive.transaction():
            archive.database.load("words", ("article", "found"), [(number, long) for number in range(3000)])
        archive.database.execute("VACUUM ANALYZE")
        with archive.database.snapshot():
            archive.database.words.look_into(())
            sql, values = archive.database.words.matching(parse_query("jud*"))
            plan = "\n".join(row[0] for row in archive.database.all(f"EXPLAIN {sql}", values))
    assert "words_found" in plan, plan
