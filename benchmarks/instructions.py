"""Instructions a page, counted by valgrind: the same on a busy machine as on an idle one, to a thousandth.

Each system reads the pages once, and in a second process twice; the difference is a round without imports
and first calls, which stand in a column of their own. Slow: a count takes fifty times as long as the reading.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

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
        counts = {system.name: _count(system, options.pages, index, len(pages)) for system in _COUNTED}
    yardstick = counts[YARDSTICK]
    shown = [_row(system, counts[system.name], yardstick) for system in _COUNTED]
    head = ("System", "million a page", f"of {YARDSTICK}'s", "million for imports and first calls")
    return Section("\n".join([f"{len(pages)} pages.\n", table(head, shown), describe_run()]))


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
    counter = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
    reader = [sys.executable, "-m", "benchmarks.worker", system.name, str(folder), str(index), "-"]
    done = subprocess.run(
        [*counter, *reader, "--rounds", str(rounds)],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "0"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode == NOT_INSTALLED:
        return None
    total = _TOTAL.search(done.stderr)
    if done.returncode or total is None:
        raise CannotMeasureError(f"{system.name} under valgrind: {done.stderr.strip()[-300:]}")
    return int(total[1].replace(",", ""))
