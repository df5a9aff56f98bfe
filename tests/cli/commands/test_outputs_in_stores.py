"""``-O s3://...``: a crawl's lines arrive in the store, and no failure of it loses one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from newscrawl.record.outcome import ExitStatus
from tests.crawling_runs import run
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
