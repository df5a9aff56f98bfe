"""Whether two checkouts read the same: every record, block and reason of a folder of pages, rules or not.

``python -m benchmarks.same BEFORE AFTER --pages DIR [--pages DIR]``: BEFORE and AFTER are folders that hold
the package ``newscrawl`` (``git worktree add`` makes one of any commit); DIR holds ``sources.tsv`` and
``html/``. Each checkout reads in a process of its own. Exit status 1 where anything differs: no output may
change by a change of speed.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from dataclasses import asdict
from itertools import zip_longest
from pathlib import Path

from benchmarks.pages import read_index
from benchmarks.report import CannotMeasureError

_READER = """
import json, sys
from datetime import datetime, timezone
import newscrawl
from newscrawl.reading import stages
from newscrawl.reading.extracting import judge
print(newscrawl.__file__, file=sys.stderr)
at = datetime(2024, 1, 1, tzinfo=timezone.utc)
for row in json.load(sys.stdin):
    html = open(row["path"], "rb").read()
    for rules in (True, False):
        try:
            raw = judge(html, row["url"], fetched_at=at, site_rules=rules)
            read = {"judged": repr(raw), "record": repr(stages.finish(raw))}
        except newscrawl.UnreadablePageError as error:
            read = {"judged": repr(error), "record": ""}
        print(json.dumps({"file": row["file"], "rules": rules, **read}))
"""


def main(arguments: list[str] | None = None) -> int:
    """Compare, print what differs, and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.same", description=__doc__)
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    parser.add_argument("--pages", type=Path, action="append", required=True, metavar="DIR")
    options = parser.parse_args(arguments)
    try:
        rows = [row for folder in options.pages for row in _rows(folder)]
        before, after = (_read(tree, rows) for tree in (options.before, options.after))
    except CannotMeasureError as error:
        print(error, file=sys.stderr)
        return 1
    differing = [_name(one or other) for one, other in zip_longest(before, after) if one != other]
    for name in differing:
        print(f"differs: {name}")
    print(f"{len(rows)} pages with and without site rules: {len(differing)} of {len(before)} readings differ")
    return 1 if differing else 0


def _rows(folder: Path) -> list[dict[str, str]]:
    pages = read_index(folder / "html", folder / "sources.tsv")
    return [
        {key: str(value) for key, value in asdict(page).items()} | {"path": str(page.path.resolve())}
        for page in pages
    ]


def _read(tree: Path, rows: list[dict[str, str]]) -> list[str]:
    tree = tree.resolve()
    environment = {**os.environ, "PYTHONPATH": str(tree), "PYTHONHASHSEED": "0"}
    done = subprocess.run(
        [sys.executable, "-c", _READER],
        input=json.dumps(rows),
        capture_output=True,
        text=True,
        env=environment,
        cwd=tree,
        check=False,
    )
    if done.returncode or not done.stderr.startswith(str(tree)):
        raise CannotMeasureError(f"{tree} could not read the pages: {done.stderr.strip()[-500:]}")
    return done.stdout.splitlines()


def _name(line: str | None) -> str:
    read = json.loads(line or "{}")
    return f"{read.get('file')} {'with' if read.get('rules') else 'without'} site rules"


if __name__ == "__main__":
    sys.exit(main())
