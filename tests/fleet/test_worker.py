"""Two workers crawl four sites: each article once, one request at a time to a host."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fleet.workers import Fleet, addresses, most_at_once, records
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.kinds import make_sites
from tests.patience import end_of

pytest.importorskip("procrastinate", reason="the extra workers is not installed")

ARTICLES = 5


@pytest.fixture
def newsroom() -> Iterator[Newsroom]:
    with Newsroom(make_sites(4, articles=ARTICLES)) as newsroom:
        yield newsroom


@pytest.fixture
def hosts(newsroom: Newsroom) -> list[str]:
    return [site.host for site in newsroom.sites]


@pytest.fixture
def fleet(newsroom: Newsroom, tmp_path: Path, postgres: str) -> Fleet:
    return Fleet(postgres, newsroom.address, tmp_path)


def test_two_workers_store_what_one_run_does_and_ask_a_host_once_at_a_time(
    fleet: Fleet, newsroom: Newsroom, hosts: list[str], tmp_path: Path
) -> None:
    put = fleet.do("enqueue", *addresses(hosts))
    assert (put.returncode, put.stdout) == (0, "4 jobs put into the queue\n"), put.stderr
    workers = [fleet.begin("worker", "--drain", "--at-once", "2") for _ in range(2)]
    ended = [end_of(worker) for worker in workers]
    assert [worker.returncode for worker in ended] == [0, 0], ended
    assert sum(worker.stdout.count(": fine, ") for worker in ended) == 4
    assert most_at_once(newsroom.log, hosts) == dict.fromkeys(hosts, 1)
    plain = Fleet(str(tmp_path / "plain"), newsroom.address, tmp_path)
    assert plain.do("run", *addresses(hosts)).returncode == 0
    assert records(fleet.data) == records(plain.data)
    assert len(records(fleet.data)) == 4 * ARTICLES
    assert [job["state"] for job in fleet.jobs("--state", "done")] == ["done"] * 4
