"""Long files of tests start first, so that no process is left with one of them when the others are done.

pytest-xdist gives a file to one process, and by itself starts with the files of most tests. The longest are
those of few tests. ``long_files.tsv`` names them with their seconds, made anew by

    python -m pytest --numprocesses 4 --dist loadfile --junitxml=build/tests.xml
    python -m tests.long_files build/tests.xml

A file that is not named, or no longer there, does no harm: the order says nothing about what is right.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest

LIST = Path(__file__).with_suffix(".tsv")
_LONG = 5.0
"""Seconds from which a file is worth a line: with fewer, a process at the end waits no longer than these."""


def seconds_by_file() -> dict[str, float]:
    """What each long file took, by its path from the root of the project."""
    lines = LIST.read_text(encoding="utf-8").splitlines()
    return {file: float(seconds) for seconds, file in (line.split("\t") for line in lines)}


def longest_first(items: list[pytest.Item], root: Path) -> None:
    """Order tests by what their file takes; those of one file stay together and as they were."""
    seconds = seconds_by_file()
    files = {item.path: item.path.relative_to(root).as_posix() for item in items}
    items.sort(key=lambda item: -seconds.get(files[item.path], 0.0))


def measured(report: Path) -> dict[str, float]:
    """The seconds of each file in a report of pytest in JUnit's XML."""
    total: Counter[str] = Counter()
    for case in ElementTree.parse(report).iter("testcase"):
        if file := _file(case.attrib.get("classname", "")):
            total[file] += float(case.attrib["time"])
    return dict(total)


def _file(module: str) -> str:
    """The file of a test's module, which a class of tests may follow; empty for what no file holds."""
    parts = module.split(".")
    paths = (Path(*parts[:length]).with_suffix(".py") for length in range(len(parts), 0, -1) if parts[0])
    return next((path.as_posix() for path in paths if path.is_file()), "")


def main(report: Path) -> None:
    """Write the list of long files from a report."""
    rows = sorted(((seconds, file) for file, seconds in measured(report).items()), reverse=True)
    long = [f"{seconds:.0f}\t{file}\n" for seconds, file in rows if seconds >= _LONG]
    LIST.write_text("".join(long), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
