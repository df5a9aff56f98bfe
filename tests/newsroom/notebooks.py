"""``make notebooks``: the notebooks of the docs, run against a replica on loopback, with what they show."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
from nbclient import NotebookClient

from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.varient import VarientOneSite
from tests.patience import patience

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "notebooks"

_NEWEST = datetime(2026, 8, 3, 8, tzinfo=UTC)
"""The same articles at every run, so that what is kept changes only with the code."""


def main() -> int:
    """Run every notebook and write it back with its outputs."""
    for path in sorted(FOLDER.glob("*.ipynb")):
        nbformat.write(executed(path), path)
        sys.stdout.write(f"{path.relative_to(ROOT)}\n")
    return 0


def executed(path: Path) -> nbformat.NotebookNode:
    """The notebook at ``path`` with the outputs of a run, its crawls led to a replica.

    Raises:
        nbclient.exceptions.CellExecutionError: a cell failed.
    """
    site = VarientOneSite("afederasi.com", articles=12, newest=_NEWEST)
    with Newsroom([site]) as newsroom, TemporaryDirectory() as folder:
        notebook = nbformat.read(path, as_version=4)
        notebook.cells.insert(0, nbformat.v4.new_code_cell(_led_to(newsroom.address)))
        resources = {"metadata": {"path": folder}}
        client = NotebookClient(
            notebook,
            timeout=None,
            startup_timeout=int(patience(60)),
            iopub_timeout=int(patience(10)),
            resources=resources,
            record_timing=False,
        )
        client.execute()
        del notebook.cells[0]
    for number, cell in enumerate(cell for cell in notebook.cells if cell.cell_type == "code"):
        cell.execution_count = number + 1
        for output in cell.outputs:
            if "execution_count" in output:
                output.execution_count = number + 1
    return notebook


def _led_to(mirror: str) -> str:
    settings = json.dumps(
        {"NEWSCRAWL_MIRROR": mirror, "DOWNLOAD_DELAY": "0.01", "AUTOTHROTTLE_ENABLED": "False"}
    )
    return (
        f"import functools, sys; sys.path.insert(0, {str(ROOT)!r})\n"
        f"import newscrawl; newscrawl.crawl = functools.partial(newscrawl.crawl, settings={settings})"
    )


if __name__ == "__main__":
    sys.exit(main())
