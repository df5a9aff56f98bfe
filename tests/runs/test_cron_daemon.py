"""A real cron daemon runs an installed job twice; the second run finds nothing new.

Takes about two and a half minutes and uses the crontab of the user who asks, which is put back afterwards.
Run it with ``python -m pytest -m cron``.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from newscrawl.archive import Archive, ArchiveError
from newscrawl.archive.runs import Run
from tests.crawling import QUICK
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.varient import VarientOneSite

HOST = "afederasi.com"
NAME = "daemon-test"
DAEMON = shutil.which("cron", path=os.environ.get("PATH", "") + ":/usr/sbin") or ""

pytestmark = [
    pytest.mark.cron,
    pytest.mark.skipif(not DAEMON or not shutil.which("crontab"), reason="Debian's cron is not installed"),
    pytest.mark.skipif(os.geteuid() != 0, reason="only root can start a cron daemon"),
]


@pytest.fixture
def daemon() -> Iterator[subprocess.Popen[bytes]]:
    before = subprocess.run(["crontab", "-l"], capture_output=True, check=False)
    process = subprocess.Popen([DAEMON, "-f"])
    time.sleep(1)
    if process.poll() is not None:
        pytest.skip("another cron daemon runs here already")
    yield process
    process.terminate()
    process.wait()
    if before.returncode == 0:
        subprocess.run(["crontab", "-"], input=before.stdout, check=True)
    else:
        subprocess.run(["crontab", "-r"], check=False)


def finished(data: Path) -> list[Run]:
    try:
        with Archive.open(data, create=False) as archive:
            return sorted((run for run in archive.runs.all() if run.ended_at), key=lambda run: run.key)
    except ArchiveError:
        return []


def test_a_job_of_each_minute_runs_twice_and_the_second_finds_nothing_new(tmp_path, daemon):
    with Newsroom([VarientOneSite(HOST, articles=8)]) as newsroom:
        settings = QUICK | {"NEWSCRAWL_MIRROR": newsroom.address}
        words = [word for name, value in settings.items() for word in ("-s", f"{name}={value}")]
        asked = ["afederasi", "--every=1m", f"--name={NAME}", f"--data={tmp_path}/data", *words]
        cron = [sys.executable, "-m", "newscrawl", "cron"]
        subprocess.run([*cron, *asked, "--install"], cwd=tmp_path, check=True)
        end = time.monotonic() + 170
        while len(finished(tmp_path / "data")) < 2 and time.monotonic() < end:
            time.sleep(1)
        subprocess.run([*cron, "--remove", f"--name={NAME}"], cwd=tmp_path, check=True)
    first, second = finished(tmp_path / "data")[:2]
    assert first.counts["newscrawl/archive/new"] == 8
    assert "newscrawl/archive/new" not in second.counts
    assert 50 <= (second.started_at - first.started_at).total_seconds() <= 70
    log = (tmp_path / f"newscrawl-{NAME}.log").read_text(encoding="utf-8")
    assert "ERROR" not in log
    assert log.isprintable() or "\x1b" not in log
