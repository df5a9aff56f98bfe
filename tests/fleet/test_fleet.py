"""Thirty sites, three workers, a kill, a SIGTERM and a restarted server: nothing is lost or doubled."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fleet.workers import Fleet, addresses, most_at_once, records
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.kinds import make_sites
from tests.patience import end_of, wait_until
from tests.postgres import Server, new_base, running_server

pytest.importorskip("procrastinate", reason="the extra workers is not installed")
pytestmark = pytest.mark.fleet

SITES, ARTICLES = 30, 50
LATENCY = 0.05
"""Seconds that a site takes to answer, so that there is something under way whenever something happens."""

SETTINGS = {"NEWSCRAWL_LATEST_PAGES": "20"}


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    log = tmp_path_factory.mktemp("newsroom") / "log.jsonl"
    with Newsroom(make_sites(SITES, articles=ARTICLES), latency=LATENCY, log_file=log) as newsroom:
        yield newsroom


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with running_server() as server:
        yield server


@pytest.fixture
def base(server: Server) -> Iterator[str]:
    with new_base(server.address) as address:
        yield address


def test_a_fleet_that_is_struck_stores_what_one_run_does(
    newsroom: Newsroom, server: Server, base: str, tmp_path: Path
) -> None:
    hosts = [site.host for site in newsroom.sites]
    fleet = Fleet(base, newsroom.address, tmp_path, SETTINGS)
    assert fleet.do("enqueue", *addresses(hosts)).returncode == 0
    killed, stopped, stays = (fleet.begin("worker", "--drain", "--at-once", "10") for _ in range(3))
    wait_until(lambda: len(newsroom.log) > 200, "the first requests")
    killed.kill()
    killed.communicate()
    wait_until(lambda: len(newsroom.log) > 500, "more requests")
    stopped.send_signal(signal.SIGTERM)
    wait_until(lambda: len(newsroom.log) > 800, "more requests")
    server.restart()
    ended = [end_of(stopped), end_of(stays, seconds=600)]
    assert [worker.returncode for worker in ended] == [0, 0], told(ended)
    assert most_at_once(newsroom.log, hosts) == dict.fromkeys(hosts, 1)
    left = fleet.jobs("--state", "waiting", "--state", "running", "--state", "failed")
    assert left == []
    plain = Fleet(str(tmp_path / "plain"), newsroom.address, tmp_path, SETTINGS)
    assert plain.do("run", *addresses(hosts), "--quiet").returncode == 0
    ours, theirs = records(base), records(plain.data)
    assert len(theirs) == SITES * ARTICLES
    assert ours.keys() == theirs.keys()
    assert [url for url in theirs if ours[url] != theirs[url]] == []


def told(ended: list[subprocess.CompletedProcess[str]]) -> str:
    return "\n".join(
        f"{worker.returncode}: {worker.stdout[-3000:]} {worker.stderr[-3000:]}" for worker in ended
    )
