"""Instructions a page, counted by valgrind: the same on a busy machine as on an idle one, to a thousandth.

Each system reads the pages once, and in a second process twice; the difference is a round without imports
and first calls, which stand in a column of their own. Slow: a count takes fifty times as long as the reading.
newscrawl's are counted once more by function, which tells what kind of work they are.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from benchmarks.callgrind import Function, kind_of, own_costs
from benchmarks.machine import describe_run
from benchmarks.pages import read_index
from benchmarks.report import ROOT, CannotMeasureError, Options, Section, table
from benchmarks.systems import FLOOR, OWN, OWN_WITHOUT_RULES, SYSTEMS, YARDSTICK, System
from benchmarks.worker import NOT_INSTALLED

_COUNTED = (SYSTEMS[OWN], SYSTEMS[OWN_WITHOUT_RULES], FLOOR, SYSTEMS[YARDSTICK])
_QUICK_PAGES = 5
_TOTAL = re.compile(r"I +refs: +([\d,]+)")
_UNKNOWN = "–"


def measure(options: Options) -> Section:
    """Count for newscrawl, for the floor under it and for the yardstick."""
    if shutil.which("valgrind") is None:
        raise CannotMeasureError("valgrind, which counts instructions, is not installed")
    pages = read_index(options.pages, options.index)[: _QUICK_PAGES if options.quick else None]
    with tempfile.TemporaryDirectory() as scratch:
        index = Path(scratch, "index.tsv")
        rows = [f"{page.file}\t{page.url}" for page in pages]
        index.write_text("\n".join(["file\turl", *rows, ""]), encoding="utf-8")
        kinds = _by_kind(options.pages, index)
        counts = {system.name: _count(system, options.pages, index, len(pages)) for system in _COUNTED}
    yardstick = counts[YARDSTICK]
    shown = [_row(system, counts[system.name], yardstick) for system in _COUNTED]
    head = ("System", "million a page", f"of {YARDSTICK}'s", "million for imports and first calls")
    parts = [f"{len(pages)} pages.\n", table(head, shown), _kinds_table(kinds, len(pages)), describe_run()]
    return Section("\n".join(parts))


def _kinds_table(kinds: Counter[str], pages: int) -> str:
    whole = kinds.total()
    rows = [
        (kind, f"{count / pages / 1e6:.1f}", f"{count / whole:.1%}") for kind, count in kinds.most_common()
    ]
    return table((f"{OWN}: what a page's are spent on", "million a page", "share"), rows)


def _by_kind(folder: Path, index: Path) -> Counter[str]:
    """The instructions of one round by the kind of work; the first round's are taken off."""
    once, twice = (_functions(folder, index, rounds) for rounds in (1, 2))
    kinds: Counter[str] = Counter()
    for function, count in (twice - once).items():
        kinds[kind_of(function)] += count
    print(f"  {OWN} by kind: {dict(kinds)}", file=sys.stderr, flush=True)
    return kinds


def _functions(folder: Path, index: Path, rounds: int) -> Counter[Function]:
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch, "callgrind")
        done = _run(["--tool=callgrind", f"--callgrind-out-file={out}"], OWN, folder, index, rounds)
        if done.returncode:
            raise CannotMeasureError(f"{OWN} under valgrind: {done.stderr.strip()[-300:]}")
        return own_costs(out)


def _row(
    system: System, counted: tuple[float, float] | None, yardstick: tuple[float, float] | None
) -> list[str]:
    if counted is None:
        return [system.name, "not installed", _UNKNOWN, _UNKNOWN]
    page, start = counted
    share = f"{page / yardstick[0]:.3f}" if yardstick else _UNKNOWN
    return [system.name, f"{page / 1e6:.1f}", share, f"{start / 1e6:,.0f}"]


def _count(system: System, folder: Path, index: Path, pages: int) -> tuple[float, float] | None:
    """Instructions a page, and those that only the first round takes; None if the system is not installed."""
    counts = [_instructions(system, folder, index, rounds) for rounds in (1, 2)]
    print(f"  {system.name}: {counts}", file=sys.stderr, flush=True)
    once, twice = counts
    if once is None or twice is None:
        return None
    return (twice - once) / pages, 2 * once - twice


def _instructions(system: System, folder: Path, index: Path, rounds: int) -> int | None:
    counter = ["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
    done = _run(counter, system.name, folder, index, rounds)
    if done.returncode == NOT_INSTALLED:
        return None
    total = _TOTAL.search(done.stderr)
    if done.returncode or total is None:
        raise CannotMeasureError(f"{system.name} under valgrind: {done.stderr.strip()[-300:]}")
    return int(total[1].replace(",", ""))


def _run(
    counter: list[str], system: str, folder: Path, index: Path, rounds: int
) -> subprocess.CompletedProcess[str]:
    """A process of valgrind's that reads the pages so many times."""
    reader = [sys.executable, "-m", "benchmarks.worker", system, str(folder), str(index), "-"]
    return subprocess.run(
        ["valgrind", *counter, *reader, "--rounds", str(rounds)],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "0"},
        capture_output=True,
        text=True,
        check=False,
    )
