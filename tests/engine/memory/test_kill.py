"""A crawl that is killed twenty times leaves what an undisturbed one leaves."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from typing import Any

from newscrawl.archive import Archive
from tests import processes
from tests.crawling import QUICK, crawl
from tests.engine.memory.conftest import HOST, titles
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.varient import VarientOneSite
from tests.patience import wait_until

ARTICLES = 520
KILLS = 20
MOST_REQUESTS = 24
SETTINGS = {"NEWSCRAWL_LATEST_PAGES": "100"}
OF_THE_RUN = ("fetched_at",)
"""Fields that say when the crawl was, not what the article is."""


def start(newsroom: Newsroom, folder: Path) -> subprocess.Popen[bytes]:
    words = [sys.executable, "-m", "newscrawl", "crawl", "afederasi"]
    for name, value in (QUICK | SETTINGS | {"NEWSCRAWL_MIRROR": newsroom.address}).items():
        words += ["-s", f"{name}={value}"]
    environment = os.environ | {"NEWSCRAWL_DATA": str(folder / "data")}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return processes.begin(words, cwd=folder, env=environment, **quiet)


def kill_at_work(newsroom: Newsroom, folder: Path, rng: Random) -> bool:
    """Start a crawl and kill it at a random moment of its work; false if it ended before.

    The moment is so many requests after the start and not so many seconds: a crawl that gets little of the
    machine would always be killed before it has stored anything.
    """
    newsroom.log.clear()
    process = start(newsroom, folder)
    requests = rng.randint(1, MOST_REQUESTS)
    wait_until(lambda: len(newsroom.log) >= requests or process.poll() is not None, "a request", every=0.002)
    time.sleep(rng.uniform(0, 0.05))
    alive = process.poll() is None
    process.send_signal(signal.SIGKILL)
    process.wait()
    return alive


def exported(folder: Path) -> dict[str, dict[str, Any]]:
    with Archive.open(folder, create=False) as archive:
        assert archive.database.one("PRAGMA integrity_check") == ("ok",)
        lines = [
            archive.articles.line(*row) for row in archive.database.all("SELECT id, version FROM articles")
        ]
    records = [json.loads(line) for line in lines]
    for record in records:
        for name in OF_THE_RUN:
            del record[name]
    return {record["url"]: record for record in records}


def differences(one: dict[str, dict[str, Any]], other: dict[str, dict[str, Any]]) -> list[str]:
    """What two exports disagree about, field by field."""
    assert one.keys() == other.keys()
    return [
        f"{url} {name}: {one[url][name]!r} != {other[url][name]!r}"
        for url in one
        for name in one[url]
        if one[url][name] != other[url][name]
    ]


def feed_lines(folder: Path) -> list[bytes]:
    return [line for path in sorted(folder.rglob("*.jsonl")) for line in path.read_bytes().splitlines(True)]


def test_killed_twenty_times_a_crawl_loses_nothing_and_repeats_nothing(tmp_path: Path) -> None:
    site = VarientOneSite(HOST, articles=ARTICLES)
    rng = Random(20260801)
    calm, killed = tmp_path / "calm", tmp_path / "killed"
    calm.mkdir()
    killed.mkdir()
    with Newsroom([site]) as newsroom:
        undisturbed = crawl("afederasi", newsroom.address, calm, settings=SETTINGS)
        assert len(undisturbed.records) == ARTICLES
        newsroom.latency = 0.01
        assert sum(kill_at_work(newsroom, killed, rng) for _ in range(KILLS)) == KILLS
        newsroom.latency = 0.0
        had = len(titles(killed / "data"))
        last = crawl("afederasi", newsroom.address, killed, settings=SETTINGS)
        assert last.status == 0, last.log
        assert 0 < had == ARTICLES - len(last.records)
        assert crawl("afederasi", newsroom.address, killed, settings=SETTINGS).records == []
    versions = titles(killed / "data")
    assert sorted(versions) == sorted(site.urls())
    assert all(len(each) == 1 for each in versions.values())
    assert differences(exported(killed / "data"), exported(calm / "data")) == []
    lines = feed_lines(killed / "data" / "feeds")
    assert all(line.endswith(b"\n") for line in lines)
    assert sorted(json.loads(line)["url"] for line in lines) == sorted(site.urls())
