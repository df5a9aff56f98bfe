"""The notebooks of the docs run, and show what a run shows."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest

from tests.newsroom.notebooks import FOLDER, executed

NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_and_is_kept_with_its_outputs(path: Path) -> None:
    ran, kept = executed(path), nbformat.read(path, as_version=4)
    assert _texts(ran) == _texts(kept), "run `make notebooks`"


def test_there_are_notebooks() -> None:
    assert NOTEBOOKS


def _texts(notebook: nbformat.NotebookNode) -> list[list[str]]:
    """What each code cell prints or shows as text, but for those whose crawl is cut short.

    Which articles come first depends on how fast the machine is.
    """
    return [
        [output.get("text") or output.get("data", {}).get("text/plain", "") for output in cell.outputs]
        for cell in notebook.cells
        if cell.cell_type == "code" and "limit=" not in cell.source
    ]
