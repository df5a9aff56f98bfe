"""One system over all pages of a folder, in a process of its own.

``python -m benchmarks.worker SYSTEM PAGES INDEX OUT.jsonl`` writes a line a page (file, seconds, answer or
error) and a last line with the seconds of the whole round and the process's peak memory. Seconds are
processor time. With ``--rounds N`` the pages are read N times and nothing is written, for a count of
instructions.
"""

from __future__ import annotations

import json
import resource
import socket
import sys
import time
import warnings
from pathlib import Path
from typing import Any

from benchmarks.pages import SavedPage, read_index
from benchmarks.systems import FLOOR, SYSTEMS, Extractor


def main(arguments: list[str]) -> int:
    """Measure one system; exit status 3 if it is not installed."""
    name, folder, index, out = arguments[:4]
    warnings.simplefilter("ignore")
    forbid_network()
    try:
        extractor = (FLOOR if name == FLOOR.name else SYSTEMS[name]).load()
    except ImportError as error:
        print(error, file=sys.stderr)
        return NOT_INSTALLED
    pages = read_index(Path(folder), Path(index))
    if arguments[4:5] == ["--rounds"]:
        for _ in range(int(arguments[5])):
            for page in pages:
                _read(extractor, page)
        return 0
    rows, seconds = _measure(extractor, pages)
    with Path(out).open("w", encoding="utf-8") as lines:
        for row in (*rows, {"round_seconds": seconds, "peak_mb": peak_memory_mb()}):
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")
    return 0


NOT_INSTALLED = 3


def forbid_network() -> None:
    """A tool that goes looking for images or lists fails at once in place of being timed against the net."""

    def refuse(*_: object) -> None:
        raise OSError("the benchmark has no network")

    socket.socket.connect = refuse  # type: ignore[method-assign]


def _measure(extractor: Extractor, pages: list[SavedPage]) -> tuple[list[dict[str, Any]], float]:
    """The row of each page, and the seconds of the whole round: with what is collected and freed between
    the pages, as a user pays it.

    All pages are read once before: what a process loads and compiles when a page first needs it, it pays
    once and not for each page; :mod:`benchmarks.start` measures that.
    """
    for page in pages:
        _read(extractor, page)
    start = time.process_time()
    rows = [_read(extractor, page) for page in pages]
    return rows, time.process_time() - start


def _read(extractor: Extractor, page: SavedPage) -> dict[str, Any]:
    source = page.path.read_bytes()
    start = time.process_time()
    try:
        answer: dict[str, Any] = {"answer": extractor(source, page.url)}
    except Exception as error:  # a peer may raise anything, and a failed page is its result
        answer = {"error": f"{type(error).__name__}: {error}"}
    return {"file": page.file, "seconds": time.process_time() - start, **answer}


def peak_memory_mb() -> float:
    """The most memory this process has held, in megabytes (2**20 bytes).

    The kernel's own counter of the address space, where there is one: ``ru_maxrss`` still counts the parent
    from before the program was loaded.
    """
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text(encoding="ascii", errors="replace").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
