"""Crawls spiders whose facts a test states, many in one process, against the newsroom."""

from __future__ import annotations

import os
import pickle
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from newscrawl.discovery import Source
from tests import processes
from tests.crawling import QUICK
from tests.patience import patience


@dataclass
class Case:
    """A publisher as a test states it: its host, its sources, other facts, and what is asked for.

    ``known`` are addresses of articles that an earlier crawl had, ``days_done`` the days that it finished;
    with neither the crawl is the first.
    """

    host: str
    sources: tuple[Source, ...] = ()
    arguments: dict[str, str] = field(default_factory=dict)
    facts: dict[str, Any] = field(default_factory=dict)
    known: frozenset[str] = frozenset()
    days_done: frozenset[date] = frozenset()
    wanted: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name of the spider."""
        return self.host.partition(".")[0]

    def is_named_in(self, line: str) -> bool:
        """Whether a line of the log is about the case."""
        return re.search(rf"(?<![\w-]){self.host}|[\[ ]{self.name}[\]:]", line) is not None


@dataclass
class Outcome:
    """What came of a case: the records, the statistics, the log's lines that name the site, its memory."""

    records: list[dict[str, Any]]
    stats: dict[str, Any]
    log: list[str]
    days_done: list[date]

    @property
    def urls(self) -> list[str]:
        """The addresses of the records."""
        return [record["url"] for record in self.records]

    def count(self, name: str) -> int:
        """The statistic ``newscrawl/NAME``."""
        return int(self.stats.get(f"newscrawl/{name}", 0))

    def said(self, *words: str) -> list[str]:
        """The lines that hold all ``words``."""
        return [line for line in self.log if all(word in line for word in words)]


def crawl_facts(
    cases: Sequence[Case],
    mirror: str,
    folder: Path,
    *,
    settings: dict[str, str] | None = None,
    archive: bool = False,
) -> list[Outcome]:
    """Crawl all ``cases`` in one process of their own.

    With ``archive`` that of ``folder`` is their memory, in place of what the cases say.
    """
    job, result, log = folder / "cases.pickle", folder / "outcomes.pickle", folder / "crawl.log"
    chosen = QUICK | {"NEWSCRAWL_MIRROR": mirror, "LOG_FILE": str(log), "LOG_LEVEL": "INFO"}
    job.write_bytes(pickle.dumps((list(cases), chosen | (settings or {}), archive)))
    environment = os.environ | {"NEWSCRAWL_DATA": str(folder / "data")}
    done = processes.run(
        [sys.executable, "-m", "tests.spiders.facts_run", str(job), str(result)],
        cwd=Path(__file__).parents[2],
        env=environment,
        capture_output=True,
        text=True,
        timeout=patience(120),
        check=False,
    )
    assert done.returncode == 0, done.stderr
    lines = log.read_text(encoding="utf-8").splitlines()
    outcomes = pickle.loads(result.read_bytes())
    return [
        Outcome(
            records,
            stats,
            [line for line in lines if re.search(rf"\b{case.host}\b|[\[ ]{case.name}[\]:]", line)],
            days,
        )
        for case, (records, stats, days) in zip(cases, outcomes, strict=True)
    ]
