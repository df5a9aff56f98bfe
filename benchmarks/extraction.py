"""Quality and speed of newscrawl and its peers on a folder of pages with gold."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from math import inf
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.chart import Bar, Panel, draw
from benchmarks.machine import describe_run, installed_version
from benchmarks.pages import SavedPage, read_gold, read_index
from benchmarks.report import ROOT, CannotMeasureError, Options, Section, table
from benchmarks.scoring import Summary, score_pages, summarize
from benchmarks.systems import OWN, SYSTEMS, YARDSTICK, Answer, System
from benchmarks.worker import NOT_INSTALLED

CHART = "performance.svg"
_QUICK_PAGES = 10
_UNKNOWN = "–"
_WORST = 10


@dataclass(slots=True)
class Measurement:
    """One system's run: answers and what failed by file, the seconds of the best round and of each page in
    it, and the highest memory."""

    system: System
    answers: dict[str, Answer] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    round_seconds: float = inf
    peak_mb: float = 0.0

    def add(self, lines: list[dict[str, Any]]) -> None:
        """Take in one round. Other work on the machine only ever adds time, so the best whole round counts.

        The fastest round of each page would leave out what is paid between the pages: that the collector
        runs and that trees are freed.
        """
        *pages, last = lines
        self.peak_mb = max(self.peak_mb, last["peak_mb"])
        for line in pages:
            self.answers[line["file"]] = line.get("answer", {})
            if "error" in line:
                self.errors[line["file"]] = line["error"]
        if last["round_seconds"] < self.round_seconds:
            self.round_seconds = last["round_seconds"]
            self.seconds = {line["file"]: line["seconds"] for line in pages}

    @property
    def mean_ms(self) -> float:
        return 1000 * self.round_seconds / len(self.seconds)

    @property
    def median_ms(self) -> float:
        return 1000 * median(self.seconds.values())

    def __str__(self) -> str:
        failed = f", {len(self.errors)} failed: {next(iter(self.errors.values()))}" if self.errors else ""
        return f"{self.system.name}, {self.mean_ms:.1f} ms a page{failed}"

    def gives(self, key: str) -> bool:
        """Whether the system answers this field on any page."""
        return any(key in answer for answer in self.answers.values())


def measure(options: Options) -> Section:
    """Run every installed system over the pages, ``options.rounds`` times in turn."""
    pages = read_index(options.pages, options.index)[: _QUICK_PAGES if options.quick else None]
    gold = read_gold(options.gold)
    known = {page.file for page in pages}
    gold = [row for row in gold if row["file"] in known]
    if not gold:
        raise CannotMeasureError(f"no row of {options.gold} names a page of {options.index}")
    runs, missing = _run_all(pages, options)
    summaries = {run.system.name: summarize(gold, run.answers) for run in runs}
    _show_worst(runs, gold)
    return Section(_markdown(runs, missing, summaries, options), {CHART: _chart(runs, summaries)})


def _run_all(pages: list[SavedPage], options: Options) -> tuple[list[Measurement], list[System]]:
    runs: list[Measurement] = []
    missing: list[System] = []
    with tempfile.TemporaryDirectory() as scratch:
        index = Path(scratch, "index.tsv")
        rows = [f"{page.file}\t{page.url}" for page in pages]
        index.write_text("\n".join(["file\turl", *rows, ""]), encoding="utf-8")
        for number in range(options.rounds):
            for system in SYSTEMS.values():
                if system in missing:
                    continue
                lines = _run_worker(system, options.pages, index, Path(scratch, "answers.jsonl"))
                if lines is None:
                    missing.append(system)
                    _say(f"  {system.name}: not installed")
                    continue
                if number == 0:
                    runs.append(Measurement(system))
                run = next(run for run in runs if run.system is system)
                run.add(lines)
                _say(f"  round {number + 1} of {options.rounds}: {run}")
    return runs, missing


def _run_worker(system: System, folder: Path, index: Path, out: Path) -> list[dict[str, Any]] | None:
    """One round of one system in its own process; None if the system is not installed."""
    command = [sys.executable, "-m", "benchmarks.worker", system.name, str(folder), str(index), str(out)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    if done.returncode == NOT_INSTALLED:
        return None
    if done.returncode:
        last = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        raise CannotMeasureError(f"{system.name} ended with status {done.returncode}: {last}")
    return [json.loads(line) for line in out.read_text(encoding="utf-8").split("\n") if line]


def _markdown(
    runs: list[Measurement], missing: list[System], summaries: dict[str, Summary], options: Options
) -> str:
    any_summary = next(iter(summaries.values()))
    yardstick = next((run.mean_ms for run in runs if run.system.name == YARDSTICK), None)
    quality = [_quality_row(run, summaries[run.system.name]) for run in runs]
    speed = [_speed_row(run, yardstick) for run in runs]
    absent = [[system.name, "not installed"] for system in missing]
    distributions = dict.fromkeys(system.distribution for system in SYSTEMS.values())
    return "\n".join(
        [
            f"{any_summary.articles} articles and {any_summary.others} pages that are no articles.\n",
            table(_QUALITY_HEAD, [*quality, *(_padded(row, _QUALITY_HEAD) for row in absent)]),
            f"![Text quality and time of each extractor]({CHART})\n",
            f"Best of {options.rounds} rounds, each in a process that has read all pages once before:\n",
            table(_SPEED_HEAD, [*speed, *(_padded(row, _SPEED_HEAD) for row in absent)]),
            "How each is called:\n",
            "".join(f"- {system.name}: `{system.use}`\n" for system in SYSTEMS.values()),
            describe_run(distributions),
        ]
    )


_QUALITY_HEAD = (
    "System",
    "body F1",
    "F1, mean of sites",
    "body exact",
    "widget lines leaked",
    "title",
    "published, minute and zone",
    "published, day",
    "authors",
    "non-articles refused",
)
_SPEED_HEAD = ("System", "mean ms", "median ms", f"of {YARDSTICK}'s mean", "peak memory MB", "pages failed")


def _padded(row: list[str], head: tuple[str, ...]) -> list[str]:
    return [*row, *[_UNKNOWN] * (len(head) - len(row))]


def _quality_row(run: Measurement, found: Summary) -> list[str]:
    title = f"{found.title:.3f}" if run.gives("title") else _UNKNOWN
    dated = run.gives("published_at")
    return [
        run.system.name,
        f"{found.f1:.3f}",
        f"{found.f1_sites:.3f}",
        f"{found.exact:.3f}",
        f"{found.leaks:.3f}",
        title,
        f"{found.published:.3f}" if dated else _UNKNOWN,
        f"{found.day:.3f}" if dated else _UNKNOWN,
        f"{found.authors:.3f}" if run.gives("authors") else _UNKNOWN,
        f"{found.refused:.3f}",
    ]


def _speed_row(run: Measurement, yardstick_ms: float | None) -> list[str]:
    return [
        f"{run.system.name} {installed_version(run.system.distribution) or ''}",
        f"{run.mean_ms:.1f}",
        f"{run.median_ms:.1f}",
        f"{run.mean_ms / yardstick_ms:.3f}" if yardstick_ms else _UNKNOWN,
        f"{run.peak_mb:.0f}",
        str(len(run.errors)),
    ]


def _chart(runs: list[Measurement], summaries: dict[str, Summary]) -> str:
    names = [run.system.name for run in runs]
    own = [name.startswith(OWN) for name in names]
    return draw(
        "Article text from Indonesian news pages",
        names,
        [
            Panel("Body F1", [Bar(summaries[name].f1, f"{summaries[name].f1:.3f}") for name in names], 1.0),
            Panel(
                "Body exactly right",
                [Bar(summaries[name].exact, f"{summaries[name].exact:.0%}") for name in names],
                1.0,
            ),
            Panel("Milliseconds a page", [Bar(run.mean_ms, f"{run.mean_ms:.1f}") for run in runs], None),
        ],
        own,
    )


def _show_worst(runs: list[Measurement], gold: list[dict[str, Any]]) -> None:
    """Name the pages that newscrawl reads worst, for whoever works on it."""
    own = next((run for run in runs if run.system.name == OWN), None)
    if own is None:
        return
    _say(f"  the {_WORST} pages that {OWN} reads worst:")
    for page in sorted(score_pages(gold, own.answers), key=lambda page: page.f1)[:_WORST]:
        _say(f"    {page.f1:.3f} P{page.precision:.2f} R{page.recall:.2f} {page.file}")


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
