"""Data sets to ``gs://`` by Google's own protocol: delivered whole, or kept, said and delivered later."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from newscrawl.record import stores
from newscrawl.record.outcome import ExitStatus
from tests.datasets.conftest import ARTICLES
from tests.datasets.test_stores import FAR_MORE_THAN_TRIES, export, outbox, titles
from tests.google_store import BUCKET, GoogleStore, running_google_store, use_google
from tests.patience import patience

ADDRESS = f"gs://{BUCKET}/harian/news.jsonl"


@pytest.fixture(scope="module")
def server() -> Iterator[GoogleStore]:
    with running_google_store() as store:
        yield store


@pytest.fixture
def store(server: GoogleStore, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> GoogleStore:
    """The server, with nothing in it, without pauses between two tries of ours."""
    server.empty()
    use_google(server, monkeypatch, tmp_path)
    monkeypatch.setattr(stores, "PAUSES", (0.0, 0.0))
    return server


def test_a_data_set_arrives_and_nothing_else_is_said(store: GoogleStore, folder: Path) -> None:
    done = export(folder, ADDRESS)
    assert (done.returncode, done.stderr) == (ExitStatus.FINE, "")
    assert export(folder, "here.jsonl").returncode == ExitStatus.FINE
    assert store.files() == {"harian/news.jsonl": (folder / "here.jsonl").read_bytes()}


def test_a_hugging_face_folder_arrives_and_replaces_the_one_before(store: GoogleStore, folder: Path) -> None:
    address = f"gs://{BUCKET}/set"
    assert export(folder, address, "--format", "hf", "--split", "80/10/10").returncode == ExitStatus.FINE
    store.put("set/data/old-00000-of-00001.parquet", b"of an earlier one")
    assert export(folder, address, "--format", "hf").returncode == ExitStatus.FINE
    assert sorted(store.files()) == [
        "set/.newscrawl-export",
        "set/README.md",
        "set/data/train-00000-of-00001.parquet",
    ]


def test_a_store_that_fails_for_a_moment_is_asked_again(store: GoogleStore, folder: Path) -> None:
    store.failing = 1
    done = export(folder, ADDRESS)
    assert (done.returncode, done.stderr) == (ExitStatus.FINE, "")
    assert len(titles(store.files()["harian/news.jsonl"])) == ARTICLES


@pytest.mark.parametrize(
    ("status", "said"),
    [(401, "authError, 401"), (403, "Forbidden"), (404, "there is no such bucket")],
)
def test_what_a_store_refuses_is_kept_said_in_a_line_and_delivered_later(
    store: GoogleStore, folder: Path, status: int, said: str
) -> None:
    store.failing, store.status = FAR_MORE_THAN_TRIES, status
    failed = export(folder, ADDRESS)
    assert failed.returncode == ExitStatus.STORAGE
    (line,) = failed.stderr.splitlines()
    assert f"{ADDRESS}: the store did not take it ({said}" in line
    # Another try mends none of these.
    assert len([method for method, _ in store.asked if method == "POST"]) == 1
    assert outbox(folder) == ["news.jsonl"]
    store.failing = 0
    later = export(folder, "here.jsonl")
    assert f"{ADDRESS}: delivered" in later.stderr
    assert store.files() == {"harian/news.jsonl": (folder / "here.jsonl").read_bytes()}


def test_a_store_that_fails_and_then_says_nothing_is_quoted(
    store: GoogleStore, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it said at last tells more than that the time is up."""
    gcsfs = pytest.importorskip("gcsfs")
    tries = []

    async def refuse(*args: object, **more: object) -> None:
        tries.append(args)
        if len(tries) == 1:
            raise OSError("503 backendError")
        await asyncio.sleep(3600)

    monkeypatch.setattr(stores, "PATIENCE", 1.0)
    monkeypatch.setattr(gcsfs.GCSFileSystem, "_put_file", refuse)
    failed = export(folder, ADDRESS)
    assert failed.returncode == ExitStatus.STORAGE
    assert "failed for 1 seconds, at last so: 503 backendError" in failed.stderr


def test_a_store_that_does_not_answer_holds_nobody_up(
    store: GoogleStore, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stores, "PATIENCE", 1.0)
    with socket.create_server(("127.0.0.1", 0), backlog=100) as silent:
        monkeypatch.setenv("STORAGE_EMULATOR_HOST", f"http://127.0.0.1:{silent.getsockname()[1]}")
        begun = time.monotonic()
        failed = export(folder, ADDRESS)
        assert time.monotonic() - begun < patience(30)
    assert failed.returncode == ExitStatus.STORAGE
    assert "no answer within 1 seconds" in failed.stderr
    assert outbox(folder) == ["news.jsonl"]
