"""``-O s3://...``: a crawl's lines arrive in the store, and no failure of it loses one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import IO

import pytest
from scrapy.extensions.feedexport import BlockingFeedStorage

from newscrawl.engine.delivery import give_up_in_time
from newscrawl.record import stores
from newscrawl.record.outcome import ExitStatus
from tests.crawling_runs import run
from tests.google_store import GoogleStore, running_google_store, use_google
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.varient import VarientOneSite
from tests.object_store import BUCKET, ObjectStore, running_store, use

HOST = "contoh.example"
SITE = ("site", "-a", f"url=https://{HOST}")
ARTICLES = 4
FAR_MORE_THAN_TRIES = 1000


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Iterator[ObjectStore]:
    with running_store() as store:
        use(store, monkeypatch)
        yield store


@pytest.fixture
def google(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[GoogleStore]:
    with running_google_store() as store:
        use_google(store, monkeypatch, tmp_path)
        yield store


@pytest.fixture
def newsroom() -> Iterator[Newsroom]:
    with Newsroom([VarientOneSite(HOST, articles=ARTICLES)]) as newsroom:
        yield newsroom


def addresses(content: bytes) -> list[str]:
    return sorted(json.loads(line)["url"] for line in content.decode().splitlines())


def test_a_store_that_fails_gets_all_it_missed_by_the_next_crawl(
    store: ObjectStore, newsroom: Newsroom, tmp_path: Path
) -> None:
    output = f"s3://{BUCKET}/all.jsonl"
    store.failing = FAR_MORE_THAN_TRIES
    failed = run(newsroom.address, tmp_path, *SITE, "-O", output, command="crawl")
    assert failed.returncode == ExitStatus.STORAGE
    assert f"{output} could not be written; the next crawl makes up for it" in failed.stdout
    assert store.files() == {}
    # It fails for a moment again, which the library outlasts.
    store.failing = 1
    store.asked.clear()
    done = run(newsroom.address, tmp_path, *SITE, "-O", output, command="crawl")
    assert done.returncode == ExitStatus.FINE
    assert len(set(addresses(store.files()["all.jsonl"]))) == ARTICLES
    assert len([method for method, _ in store.asked if method == "PUT"]) > 1


def test_nothing_is_added_to_a_file_in_a_store(
    store: ObjectStore, newsroom: Newsroom, tmp_path: Path
) -> None:
    done = run(newsroom.address, tmp_path, *SITE, "-o", f"s3://{BUCKET}/all.jsonl", command="crawl")
    assert done.returncode == ExitStatus.BAD_USAGE
    assert "each run would replace the one before" in done.stderr
    assert newsroom.log.targets(HOST) == []


def test_google_gets_by_the_next_crawl_what_it_refused(
    google: GoogleStore, newsroom: Newsroom, tmp_path: Path
) -> None:
    output = f"gs://{BUCKET}/all.jsonl"
    google.failing, google.status = FAR_MORE_THAN_TRIES, 403
    failed = run(newsroom.address, tmp_path, *SITE, "-O", output, command="crawl")
    assert failed.returncode == ExitStatus.STORAGE
    assert f"{output} could not be written; the next crawl makes up for it" in failed.stdout
    assert f"{output}: the store did not take it (403" in failed.stderr
    assert "google.api_core" not in failed.stderr
    # Down for a moment, which the library outlasts.
    google.failing, google.status = 1, 503
    done = run(newsroom.address, tmp_path, *SITE, "-O", output, command="crawl")
    assert done.returncode == ExitStatus.FINE
    assert len(set(addresses(google.files()["all.jsonl"]))) == ARTICLES


class SilentStorage(BlockingFeedStorage):
    """A library that waits for ever for its store."""

    def _store_in_thread(self, file: IO[bytes]) -> None:
        Event().wait()


def test_a_store_that_says_nothing_is_given_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(stores, "PATIENCE", 0.1)
    storage = SilentStorage()
    give_up_in_time(storage)
    with (tmp_path / "feed").open("wb") as file, pytest.raises(TimeoutError, match="no answer within"):
        storage._store_in_thread(file)
