"""``python -m benchmarks.fuzz``: the hardening run; its findings go into docs/performance.md."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.fuzz.corpus import gather
from benchmarks.fuzz.growth import Growth, worst_growth
from benchmarks.fuzz.patterns import collect
from benchmarks.fuzz.shapes import shapes
from benchmarks.fuzz.watchdog import run_tasks
from benchmarks.fuzz.worker import Outcome, Task
from benchmarks.machine import describe_run
from benchmarks.report import REPORT, Section, table, write

SLOW = 1.0
"""Seconds that no page may take."""

_SHOWN = 5
_PROGRESS = 500


@dataclass(slots=True)
class Tally:
    """What became of a series of cases; the slowest and the faulty are kept by name."""

    name: str
    pages: int = 0
    refused: int = 0
    seconds: float = 0.0
    memory_mb: float = 0.0
    faults: list[Outcome] = field(default_factory=list)
    slowest: list[Outcome] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        self.pages += 1
        self.refused += outcome.refused
        self.seconds += outcome.seconds
        self.memory_mb = max(self.memory_mb, outcome.memory_mb)
        if outcome.fault:
            self.faults.append(outcome)
        self.slowest = sorted((*self.slowest, outcome), key=lambda one: -one.seconds)[:_SHOWN]

    @property
    def slow(self) -> bool:
        return bool(self.slowest) and self.slowest[0].seconds > SLOW

    def row(self) -> list[str]:
        return [
            self.name,
            f"{self.pages:,}",
            f"{self.refused:,}",
            str(len(self.faults)),
            f"{1000 * self.seconds / max(self.pages, 1):.1f}",
            f"{self.slowest[0].seconds:.2f}" if self.slowest else "–",
            f"{self.memory_mb:.0f}",
        ]


_HEAD = ("Pages", "read", "refused as unreadable", "faults", "mean ms", "slowest s", "peak memory MB")


def main(arguments: list[str] | None = None) -> int:
    """Run all three parts; exit status 1 if there is a fault, a slow page or a steep pattern."""
    options = _parser().parse_args(arguments)
    started = time.monotonic()
    mutants = Tally("mutated")
    _run(mutants, (Task(seed=options.seed, number=n) for n in range(options.pages)))
    extreme = Tally("extreme")
    _run(extreme, (Task(shape=name) for name in shapes()))
    growths = [worst_growth(found) for found in collect()]
    steep = [growth for growth in growths if growth.is_steep]
    for growth in steep:
        print(
            f"  steep: {growth.found.place}, length to the power {growth.exponent:.1f} on {growth.unit[:99]}"
        )
    minutes = (time.monotonic() - started) / 60
    markdown = _markdown([mutants, extreme], growths, options, minutes)
    print(markdown)
    write("hardening", Section(markdown), options.report)
    return 1 if steep or any(tally.faults or tally.slow for tally in (mutants, extreme)) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz", description=__doc__)
    parser.add_argument("--pages", type=int, default=20_000, help="mutated pages (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="series of mutations (default: %(default)s)")
    parser.add_argument("--report", type=Path, default=REPORT, help="report to write (default: %(default)s)")
    return parser


def _run(tally: Tally, tasks: Iterable[Task]) -> None:
    for outcome in run_tasks(tasks):
        tally.add(outcome)
        if outcome.fault or outcome.seconds > SLOW:
            print(
                f"  {outcome.name}: {outcome.fault or f'{outcome.seconds:.2f} s'}",
                file=sys.stderr,
                flush=True,
            )
        if tally.pages % _PROGRESS == 0:
            print(
                f"  {tally.pages} {tally.name} pages, {len(tally.faults)} faults", file=sys.stderr, flush=True
            )


def _markdown(
    tallies: list[Tally], growths: list[Growth], options: argparse.Namespace, minutes: float
) -> str:
    slowest = sorted((one for tally in tallies for one in tally.slowest), key=lambda one: -one.seconds)
    steep = sum(growth.is_steep for growth in growths)
    return "\n".join(
        [
            f"`python -m benchmarks.fuzz --pages {options.pages} --seed {options.seed}`,"
            f" from {len(gather())} sound pages, in {minutes:.0f} minutes:\n",
            table(_HEAD, [tally.row() for tally in tallies]),
            "The slowest:\n",
            "".join(
                f"- {one.seconds:.2f} s, {one.size / 1e6:.1f} MB: {one.name}\n" for one in slowest[:_SHOWN]
            ),
            f"{len(growths)} regular expressions, {steep} of them steeper than linear.\n",
            describe_run(("newscrawl", "lxml")),
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
