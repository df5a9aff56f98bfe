"""A data set that goes to a store arrives whole; what that does not take is kept, said, and comes later."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from newscrawl.archive import Archive
from newscrawl.datasets.outbox import FOLDER
from newscrawl.record import stores
from newscrawl.record.outcome import ExitStatus
from tests.archive.samples import article
from tests.cli.commands.calling import newscrawl
from tests.datasets.conftest import ARTICLES
from tests.object_store import BUCKET, ObjectStore, running_store, use
from tests.patience import patience

ADDRESS = f"s3://{BUCKET}/harian/news.jsonl"
FAR_MORE_THAN_TRIES = 1000


@pytest.fixture(scope="module")
def server() -> Iterator[ObjectStore]:
    with running_store() as store:
        yield store


@pytest.fixture
def store(server: ObjectStore, monkeypatch: pytest.MonkeyPatch) -> ObjectStore:
    """The server, with nothing in it, without pauses between two tries."""
    server.empty()
    use(server, monkeypatch)
    monkeypatch.setattr(stores, "PAUSES", (0.0, 0.0))
    return server


def export(folder: Path, output: str, *more: str) -> CompletedProcess[str]:
    return newscrawl(folder, "export", "--data", "data", "--output", output, *more)


def outbox(folder: Path) -> list[str]:
    """The files that wait."""
    return sorted(
        path.name for path in (folder / "data" / FOLDER).rglob("*") if path.is_file() and path.suffix
    )


def titles(content: bytes) -> list[str]:
    return [json.loads(line)["title"] for line in content.decode().splitlines()]


def test_a_data_set_arrives_as_it_would_lie_in_a_folder(store: ObjectStore, folder: Path) -> None:
    done = export(folder, ADDRESS)
    assert (done.returncode, done.stderr) == (ExitStatus.FINE, "")
    assert f"{ARTICLES} records" in done.stdout
    assert done.stdout.rstrip().endswith(f"in {ADDRESS}")
    assert export(folder, "here.jsonl").returncode == ExitStatus.FINE
    assert store.files() == {"harian/news.jsonl": (folder / "here.jsonl").read_bytes()}
    assert outbox(folder) == []


def test_a_store_that_fails_for_a_moment_is_asked_again(store: ObjectStore, folder: Path) -> None:
    store.failing = 4
    assert export(folder, ADDRESS).returncode == ExitStatus.FINE
    assert len(titles(store.files()["harian/news.jsonl"])) == ARTICLES


def test_what_a_store_does_not_take_is_kept_and_delivered_by_the_next_export(
    store: ObjectStore, folder: Path
) -> None:
    store.failing = FAR_MORE_THAN_TRIES
    failed = export(folder, ADDRESS)
    assert failed.returncode == ExitStatus.STORAGE
    (line,) = failed.stderr.splitlines()
    assert ADDRESS in line
    assert "is kept in" in line
    assert outbox(folder) == ["news.jsonl"]
    store.failing = 0
    assert store.files() == {}
    later = export(folder, "here.jsonl")
    assert later.returncode == ExitStatus.FINE
    assert f"{ADDRESS}: delivered" in later.stderr
    assert store.files() == {"harian/news.jsonl": (folder / "here.jsonl").read_bytes()}
    assert outbox(folder) == []


def test_a_later_data_set_for_an_address_stands_in_for_one_that_waits(
    store: ObjectStore, folder: Path
) -> None:
    store.failing = FAR_MORE_THAN_TRIES
    export(folder, ADDRESS)
    with Archive.open(folder / "data") as archive:
        archive.store(article(ARTICLES))
    store.failing = 0
    assert export(folder, ADDRESS).returncode == ExitStatus.FINE
    assert len(titles(store.files()["harian/news.jsonl"])) == ARTICLES + 1
    assert outbox(folder) == []


def test_a_hugging_face_folder_arrives_and_replaces_the_one_before(store: ObjectStore, folder: Path) -> None:
    address = f"s3://{BUCKET}/set"
    assert export(folder, address, "--format", "hf", "--split", "80/10/10").returncode == ExitStatus.FINE
    store.put("set/data/old-00000-of-00001.parquet", b"of an earlier one")
    store.asked.clear()
    assert export(folder, address, "--format", "hf").returncode == ExitStatus.FINE
    assert sorted(store.files()) == [
        "set/.newscrawl-export",
        "set/README.md",
        "set/data/train-00000-of-00001.parquet",
    ]
    written = [path for method, path in store.asked if method == "PUT"]
    assert written[-1].endswith("/README.md")


def test_a_folder_of_something_else_is_left_alone(store: ObjectStore, folder: Path) -> None:
    store.put("set/mine.txt", b"mine")
    done = export(folder, f"s3://{BUCKET}/set", "--format", "hf")
    assert done.returncode == ExitStatus.STORAGE
    assert "holds something else" in done.stderr
    assert store.files() == {"set/mine.txt": b"mine"}
    assert outbox(folder) == []


@pytest.mark.parametrize(
    ("address", "said", "status"),
    [
        ("s3://tiada/news.jsonl", "the store did not take it", ExitStatus.STORAGE),
        ("s3://", "name a file behind the bucket", ExitStatus.BAD_USAGE),
        ("s3://news.jsonl", "name a file behind the bucket", ExitStatus.BAD_USAGE),
        ("tiada://x/news.jsonl", "there is no store of the kind tiada://", ExitStatus.BAD_USAGE),
    ],
)
def test_an_address_that_leads_nowhere_is_named(
    store: ObjectStore, folder: Path, address: str, said: str, status: ExitStatus
) -> None:
    done = export(folder, address)
    assert done.returncode == status
    (line,) = [line for line in done.stderr.splitlines() if said in line]
    assert address in line


def test_a_store_that_does_not_answer_holds_nobody_up(
    store: ObjectStore, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It takes connections and says nothing, as behind a broken balancer; its library would try for long."""
    store.failing = FAR_MORE_THAN_TRIES
    export(folder, ADDRESS)
    export(folder, f"{ADDRESS}.gz")
    monkeypatch.setattr(stores, "PATIENCE", 1.0)
    with socket.create_server(("127.0.0.1", 0), backlog=100) as silent:
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{silent.getsockname()[1]}")
        begun = time.monotonic()
        failed = export(folder, f"s3://{BUCKET}/lain.csv")
        assert failed.returncode == ExitStatus.STORAGE
        assert "no answer within 1 seconds" in failed.stderr
        done = export(folder, "here.jsonl")
        assert time.monotonic() - begun < patience(30)
    assert done.returncode == ExitStatus.STORAGE
    assert len([line for line in done.stderr.splitlines() if "no answer" in line]) == 1
    assert len([line for line in done.stderr.splitlines() if "waits for the store as well" in line]) == 2
    assert len(outbox(folder)) == 3


def test_any_address_of_fsspec_will_do(folder: Path) -> None:
    pytest.importorskip("fsspec")
    assert export(folder, f"local://{folder}/news.csv").returncode == ExitStatus.FINE
    assert export(folder, "here.csv").returncode == ExitStatus.FINE
    assert (folder / "news.csv").read_bytes() == (folder / "here.csv").read_bytes()


def test_a_store_that_ends_with_the_process_is_refused(folder: Path) -> None:
    pytest.importorskip("fsspec")
    done = export(folder, "memory://kotak/news.csv")
    assert done.returncode == ExitStatus.BAD_USAGE
    assert "memory://kotak/news.csv: is gone when this process ends" in done.stderr
