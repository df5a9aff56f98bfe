"""Every command by a Python of its own, as people start it, says what the forked ones of other tests say."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newscrawl.cli.summaries import SUMMARIES
from tests import processes
from tests.cli.test_entry import PAGE
from tests.crawling import QUICK
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.varient import VarientOneSite
from tests.patience import patience

HOST = "afederasi.com"
ADDRESS = "https://kabar.example/panen-raya-di-blitar"
OFFLINE = {
    "archive": ["check"],
    "backfill": ["afederasi", "--since=2026-08-01", "--until=2026-08-03"],
    "browse": ["--port=banyak"],
    "canary": [],
    "cron": ["afederasi", "--at=05:00"],
    "export": ["--output=-"],
    "extract": ["page.html", f"--url={ADDRESS}"],
    "history": ["{id}"],
    "report": ["--output=report.html"],
    "reread": [],
    "schema": [],
    "search": ["desa"],
    "show": ["{id}"],
    "sites": ["--json"],
    "stats": ["--json"],
    "watch": [],
}
CRAWLING = {
    "crawl": ["afederasi", "--fresh"],
    "doctor": ["afederasi"],
    "probe": [f"https://{HOST}"],
    "repair": ["afederasi"],
    "run": ["afederasi"],
    "urls": ["afederasi"],
}
LATER = {"import": ["{warc}"]}
"""What needs a file that a crawl has written."""

ELSEWHERE = {
    "check",
    "enqueue",
    "fetch",
    "genspider",
    "jobs",
    "parse",
    "runspider",
    "schedule",
    "shell",
    "view",
    "worker",
}
"""What tests/projects and tests/fleet start as people do: Scrapy's own commands, and workers on a server."""


@pytest.fixture(scope="module")
def newsroom() -> Iterator[Newsroom]:
    with Newsroom([VarientOneSite(HOST, articles=3)]) as newsroom:
        yield newsroom


@pytest.fixture(scope="module")
def folder(newsroom: Newsroom, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a page and the archive of a crawl, made by a new Python."""
    folder = tmp_path_factory.mktemp("work")
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    done = by_new_python(["crawl", "afederasi", "-a", "warc=1", "-O", "out.jsonl"], folder, newsroom)
    assert done.returncode == 0, done.stderr
    assert len((folder / "out.jsonl").read_text(encoding="utf-8").splitlines()) == 3
    return folder


def line(words: list[str], newsroom: Newsroom) -> list[str]:
    settings = QUICK | {"NEWSCRAWL_MIRROR": newsroom.address}
    options = [word for name, value in settings.items() for word in ("-s", f"{name}={value}")]
    return [sys.executable, "-m", "newscrawl", *words, *options]


def how(folder: Path) -> dict[str, Any]:
    environment = os.environ | {"NEWSCRAWL_DATA": str(folder / "data")}
    return {"cwd": folder, "env": environment, "capture_output": True, "text": True, "timeout": patience(120)}


def by_new_python(words: list[str], folder: Path, newsroom: Newsroom) -> subprocess.CompletedProcess[str]:
    return subprocess.run(line(words, newsroom), check=False, **how(folder))


def by_server(words: list[str], folder: Path, newsroom: Newsroom) -> subprocess.CompletedProcess[str]:
    return processes.run(line(words, newsroom), **how(folder))


def timeless(text: str) -> str:
    """What is said, without numbers: times are others each time."""
    return re.sub(r"\d+", "0", text)


def filled(words: list[str], folder: Path) -> list[str]:
    record = json.loads((folder / "out.jsonl").read_text(encoding="utf-8").splitlines()[0])
    (warc,) = (folder / "data").rglob("*.warc.gz")
    return [word.format(id=record["id"], warc=warc) for word in words]


def test_every_command_is_started() -> None:
    assert {*OFFLINE, *CRAWLING, *LATER, *ELSEWHERE} == set(SUMMARIES)


@pytest.mark.parametrize("command", [*OFFLINE, *CRAWLING, *LATER])
def test_a_command_does_the_same(command: str, folder: Path, newsroom: Newsroom) -> None:
    words = [command, *filled((OFFLINE | CRAWLING | LATER)[command], folder)]
    one, other = (start(words, folder, newsroom) for start in (by_new_python, by_server))
    assert (one.returncode, timeless(one.stderr)) == (other.returncode, timeless(other.stderr))
    assert timeless(one.stdout) == timeless(other.stdout)
    assert "Traceback" not in one.stderr
