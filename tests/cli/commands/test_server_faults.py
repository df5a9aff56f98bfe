"""Whatever is wrong with the server, a command says so in one line with server and base, and status 5."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

from newscrawl.archive import Archive, ArchiveFullError
from newscrawl.record.outcome import ExitStatus
from tests.archive.disks import small_disk
from tests.archive.samples import article
from tests.cli.commands.calling import newscrawl
from tests.crawling_runs import run
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.varient import VarientOneSite
from tests.postgres import Server, base_of, new_base, running_server, tell

SECRET, WRONG = "rahasia", "keliru"
READING = (["search", "desa"], ["stats"], ["export", "--output=x.jsonl"], ["archive", "check"])
WRITING = (["crawl", "afederasi"], ["run", "afederasi"])
HOST = "contoh.example"
SITE = ("site", "-a", f"url=https://{HOST}")


def as_role(address: str, role: str, password: str) -> str:
    parts = urlsplit(address)
    return urlunsplit(parts._replace(netloc=f"{role}:{password}@{parts.netloc.rpartition('@')[2]}"))


def base_name(address: str) -> str:
    return urlsplit(address).path.removeprefix("/")


def says(folder: Path, words: list[str], data: str, fault: str) -> None:
    """Check that a command ends with one line about the base of ``data``, and no password."""
    done = newscrawl(folder, *words, f"--data={data}")
    assert done.returncode == ExitStatus.STORAGE, (words, done)
    said = done.stdout + done.stderr
    (line,) = [line for line in said.splitlines() if f"/{base_name(data)}: " in line]
    assert re.search(fault, line), line
    assert "Traceback" not in said
    for secret in (SECRET, WRONG):
        assert secret not in said


@pytest.fixture
def filled(postgres: str) -> str:
    with Archive.open(postgres) as archive:
        archive.store(article(1))
    return postgres


@contextmanager
def role(address: str, *statements: str) -> Iterator[str]:
    """A role that may do what ``statements`` say, gone in the end."""
    name = f"tamu_{os.getpid()}"
    tell(
        address, f"CREATE ROLE {name} LOGIN PASSWORD '{SECRET}'", *(each.format(name) for each in statements)
    )
    try:
        yield name
    finally:
        tell(address, f"DROP OWNED BY {name}", f"DROP ROLE {name}")


@contextmanager
def passwords_asked_of(name: str, address: str) -> Iterator[None]:
    """Let the server of ``address`` ask the role ``name`` for its password; skips where that is not ours."""
    with psycopg.connect(address) as connection:
        row = connection.execute("SHOW hba_file").fetchone()
    assert row is not None
    rules = Path(row[0])
    if not os.access(rules, os.W_OK):
        pytest.skip("the server's pg_hba.conf is not here")
    before = rules.read_text(encoding="utf-8")
    rules.write_text(
        f"local all {name} scram-sha-256\nhost all {name} all scram-sha-256\n{before}", encoding="utf-8"
    )
    try:
        tell(address, "SELECT pg_reload_conf()")
        yield
    finally:
        rules.write_text(before, encoding="utf-8")
        tell(address, "SELECT pg_reload_conf()")


def test_a_wrong_password(filled: str, tmp_path: Path) -> None:
    with role(filled) as name, passwords_asked_of(name, filled):
        for words in (*READING, *WRITING, ["jobs"], ["worker"]):
            says(tmp_path, words, as_role(filled, name, WRONG), "the password is wrong or missing")


def test_a_newer_schema(filled: str, tmp_path: Path) -> None:
    tell(filled, "UPDATE newscrawl.meta SET value = '99' WHERE name = 'schema'")
    for words in (*READING, *WRITING, ["worker"]):
        says(tmp_path, words, filled, "its schema 99 is newer than .* install a newer newscrawl")


def test_a_server_that_is_too_old(filled: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newscrawl.archive.engines.postgres.address._OLDEST", 990000)
    for words in (*READING, *WRITING, ["jobs"], ["worker"]):
        says(tmp_path, words, filled, "is too old; 99 or newer is needed")


def test_a_base_that_is_not_there(postgres_server: str, tmp_path: Path) -> None:
    for words in (*READING, *WRITING):
        says(tmp_path, words, base_of(postgres_server, "tak_ada"), "there is no such base")


def test_a_role_that_may_only_read(filled: str, tmp_path: Path) -> None:
    grants = (
        "GRANT USAGE ON SCHEMA newscrawl TO {}",
        "GRANT SELECT ON ALL TABLES IN SCHEMA newscrawl TO {}",
    )
    with role(filled, *grants) as name:
        reader = as_role(filled, name, SECRET)
        for words in READING:
            done = newscrawl(tmp_path, *words, f"--data={reader}")
            assert done.returncode == ExitStatus.FINE, (words, done.stderr)
        for words in WRITING:
            says(tmp_path, words, reader, "the role may not do that")


@pytest.fixture
def full() -> Iterator[tuple[str, Path]]:
    """A new base on a small disk, and a file on that disk: what it takes is freed when the file goes."""
    if os.environ.get("NEWSCRAWL_TEST_POSTGRES"):
        pytest.skip("the disks of that server are not ours")
    # Where root tests the server is another user's, who may not look into a test's own folder.
    with TemporaryDirectory(prefix="newscrawl-disk-") as place, running_server() as server:
        Path(place).chmod(0o755)
        with small_disk(Path(place) / "disk", "24m") as disk:
            _give_to_owner(server, disk)
            tell(server.address, f"CREATE TABLESPACE kecil LOCATION '{disk / 'space'}'")
            with new_base(server.address, tablespace="kecil") as address:
                yield address, disk / "else"
            tell(server.address, "DROP TABLESPACE kecil")


def _give_to_owner(server: Server, disk: Path) -> None:
    (disk / "space").mkdir()
    with psycopg.connect(server.address) as connection:
        row = connection.execute("SHOW data_directory").fetchone()
    assert row is not None
    owner = Path(row[0]).stat()
    os.chown(disk / "space", owner.st_uid, owner.st_gid)


def test_a_full_disk_of_the_server(full: tuple[str, Path], tmp_path: Path) -> None:
    address, ballast = full
    with Archive.open(address) as archive:
        archive.store(article(0))
    disk = ballast.parent
    ballast.write_bytes(b"\0" * max(shutil.disk_usage(disk).free - (1 << 20), 0))
    stored = [0]
    with (
        pytest.raises(
            ArchiveFullError, match="the disk of the server is full; nothing stored before is lost"
        ),
        Archive.open(address) as archive,
    ):
        for number in range(1, 5000):
            archive.store(article(number))
            stored.append(number)
    with Newsroom([VarientOneSite(HOST, articles=30)]) as newsroom:
        settings = {"NEWSCRAWL_DATA": address}
        failed = run(newsroom.address, tmp_path, *SITE, settings=settings, command="crawl")
        assert failed.returncode == ExitStatus.STORAGE, failed
        assert "Traceback" not in failed.stderr
        assert "the disk of the server is full" in failed.stderr
        ballast.unlink()
        done = run(newsroom.address, tmp_path, *SITE, settings=settings, command="crawl")
        assert done.returncode == ExitStatus.FINE, done
    with Archive.open(address, create=False) as archive:
        assert all(archive.has(article(number).id) for number in stored)
        row = archive.database.one("SELECT count(*) FROM articles WHERE site <> 'warta'")
        assert row == (30,)
