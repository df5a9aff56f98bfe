"""Real ``newscrawl worker`` processes on one base, against replica sites."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from newscrawl.archive import Archive
from tests.crawling import QUICK
from tests.newsroom.journal import Journal
from tests.patience import end_of

OF_THE_RUN = ("fetched_at",)
"""What of a record hangs on when it was fetched."""


@dataclass(slots=True)
class Fleet:
    """Commands on the base ``data`` against the sites behind ``mirror``, each with a folder of its own."""

    data: str
    mirror: str
    folder: Path
    settings: dict[str, str] = field(default_factory=dict)
    _begun: int = 0

    def begin(self, command: str, *args: str) -> subprocess.Popen[str]:
        """The process of a command."""
        self._begun += 1
        chosen = QUICK | {"NEWSCRAWL_MIRROR": self.mirror, "NEWSCRAWL_DATA": self.data} | self.settings
        line = [sys.executable, "-m", "newscrawl", command, *args]
        line += [word for name, value in chosen.items() for word in ("-s", f"{name}={value}")]
        environment = os.environ | {"NEWSCRAWL_FILES": str(self.folder / f"files{self._begun}")}
        return subprocess.Popen(
            line, cwd=self.folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )

    def do(self, command: str, *args: str) -> subprocess.CompletedProcess[str]:
        """A command to its end."""
        return end_of(self.begin(command, *args))

    def jobs(self, *args: str) -> list[dict[str, Any]]:
        """What ``newscrawl jobs`` shows."""
        return [json.loads(line) for line in self.do("jobs", "--json", *args).stdout.splitlines()]


def records(data: str) -> dict[str, dict[str, Any]]:
    """Every article of an archive by its address, without what hangs on the run."""
    with Archive.open(data, create=False) as archive:
        rows = archive.database.all("SELECT id, version FROM articles")
        found = [json.loads(archive.articles.line(*row)) for row in rows]
    return {
        record["url"]: {name: value for name, value in record.items() if name not in OF_THE_RUN}
        for record in found
    }


def most_at_once(log: Journal, hosts: Iterable[str]) -> dict[str, int]:
    """How many requests to each host were open at once, at the most."""
    return {host: log.max_concurrency(host) for host in hosts}


def addresses(hosts: Sequence[str]) -> list[str]:
    """Sites without a file, as commands take them."""
    return [f"https://{host}" for host in hosts]
