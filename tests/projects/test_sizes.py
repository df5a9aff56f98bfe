"""The package stays in pieces that can be taken in at a glance."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import newscrawl

ROOM = Path(str(newscrawl.__file__)).parent
MOST_LINES_OF_FILE, MOST_LINES_OF_FUNCTION = 400, 40


def long_functions(source: str) -> Iterator[str]:
    """The functions of a module that have more lines than they should, docstrings not counted."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
            if (node.end_lineno or 0) - first.lineno >= MOST_LINES_OF_FUNCTION:
                yield node.name


def test_no_file_of_the_package_is_longer_than_can_be_taken_in() -> None:
    sizes = {str(path.relative_to(ROOM)): len(path.read_text().splitlines()) for path in ROOM.rglob("*.py")}
    assert {file: size for file, size in sizes.items() if size > MOST_LINES_OF_FILE} == {}


def test_no_function_of_the_package_is_longer_than_can_be_taken_in() -> None:
    found = {str(path): list(long_functions(path.read_text())) for path in ROOM.rglob("*.py")}
    assert {file: names for file, names in found.items() if names} == {}


def test_a_long_function_is_seen() -> None:
    lines = "\n".join("    a = 1" for _ in range(MOST_LINES_OF_FUNCTION))
    assert list(long_functions(f'def f():\n    """Said."""\n{lines}\n')) == []
    assert list(long_functions(f"def f():\n{lines}\n    a = 2\n")) == ["f"]
