"""Runs real crawls, each in a process of its own, against the newsroom."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests import processes
from tests.patience import patience

ROOT = Path(__file__).resolve().parents[1]

QUICK = {
    "DOWNLOAD_DELAY": "0.005",
    "AUTOTHROTTLE_ENABLED": "False",
    "NEWSCRAWL_BACKOFF_START": "0.2",
    "DOWNLOAD_TIMEOUT": "3600",
}
"""Settings for tests in which politeness is not the matter, nor how fast the machine answers itself.

Without any delay Scrapy sends what waits for a host at once, whatever its concurrency (2.19).
"""


@dataclass(slots=True)
class Crawl:
    """What a crawl left: its records, what it printed, its log, and its exit status."""

    records: list[dict[str, Any]]
    printed: str
    log: str
    status: int

    def lines_about(self, text: str) -> list[str]:
        """The log's lines that hold ``text``."""
        return [line for line in self.log.splitlines() if text in line]

    def failed(self) -> str:
        """The summary's line about errors."""
        return next(line for line in self.printed.splitlines() if line.startswith("errors"))


def crawl(
    site: str,
    mirror: str,
    folder: Path,
    *,
    arguments: dict[str, str] | None = None,
    settings: dict[str, str] | None = None,
    quick: bool = True,
    parts_of_tests: bool = False,
) -> Crawl:
    """Crawl ``site`` from ``mirror`` with the command line, in ``folder``.

    With ``parts_of_tests`` the settings may name classes under ``tests``.
    """
    output = folder / "out.jsonl"
    output.unlink(missing_ok=True)
    words = [sys.executable, "-m", "newscrawl", "crawl", site, "-O", str(output)]
    for name, value in (arguments or {}).items():
        words += ["-a", f"{name}={value}"]
    chosen = (QUICK if quick else {}) | {"NEWSCRAWL_MIRROR": mirror} | (settings or {})
    for name, value in chosen.items():
        words += ["-s", f"{name}={value}"]
    environment = os.environ | {"NEWSCRAWL_DATA": str(folder / "data")}
    if parts_of_tests:
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    done = processes.run(
        words, cwd=folder, env=environment, capture_output=True, text=True, timeout=patience(120), check=False
    )
    lines = output.read_text(encoding="utf-8").splitlines() if output.exists() else []
    return Crawl([json.loads(line) for line in lines], done.stdout, done.stderr, done.returncode)
