"""Every number under a name of its own in the reader stands with its reason."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from newscrawl import reading

ROOM = Path(str(reading.__file__)).parent
MODULES = sorted(ROOM.rglob("*.py"))


def bare_numbers(source: str) -> list[str]:
    """The lines that name numbers, without a docstring right below or a comment above or beside them."""
    lines = source.splitlines()
    body = ast.parse(source).body
    found = []
    for node, after in zip(body, [*body[1:], None], strict=True):
        if not isinstance(node, ast.Assign | ast.AnnAssign) or not _is_number(node.value):
            continue
        first, last = lines[node.lineno - 2] if node.lineno > 1 else "", lines[(node.end_lineno or 1) - 1]
        if not (_is_docstring(after) or first.lstrip().startswith("#") or "#" in last):
            found.append(lines[node.lineno - 1])
    return found


def _is_number(value: ast.expr | None) -> bool:
    if isinstance(value, ast.Tuple):
        return bool(value.elts) and all(map(_is_number, value.elts))
    if isinstance(value, ast.UnaryOp):
        return _is_number(value.operand)
    if isinstance(value, ast.BinOp):
        return _is_number(value.left) and _is_number(value.right)
    return isinstance(value, ast.Constant) and type(value.value) in (int, float)


def _is_docstring(node: ast.stmt | None) -> bool:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
        and len(node.value.value.split()) > 1
    )


@pytest.mark.parametrize(
    "path", MODULES, ids=[path.relative_to(ROOM).with_suffix("").as_posix() for path in MODULES]
)
def test_numbers_stand_with_their_reasons(path: Path) -> None:
    assert bare_numbers(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        '_MOST = 3\n"""Lines of a box: more are a list."""\n',
        "# Lines of a box: more are a list.\n_MOST = 3\n",
        "_MOST = 3  # lines of a box: more are a list\n",
        '_MOST, _SHARE = 3, 0.5\n"""Lines of a box, and their share of the text."""\n',
        "_ON = True\n_NAME = 'three'\n_NONE: tuple[int, ...] = ()\n",
    ],
)
def test_a_docstring_or_a_comment_is_a_reason(source: str) -> None:
    assert bare_numbers(source) == []


@pytest.mark.parametrize(
    ("source", "bare"),
    [
        ("_MOST = 3\n", ["_MOST = 3"]),
        ('_MOST = 3\n_FEW = 2\n"""Lines of a box: more are a list."""\n', ["_MOST = 3"]),
        ('"""A module."""\n\n_MOST: int = -3\n', ["_MOST: int = -3"]),
        ('# Lines of a box.\n\n_MOST, _SHARE = 3, 0.5\n_NAME = "a"\n', ["_MOST, _SHARE = 3, 0.5"]),
        ("_LONGEST = 2 * 1024\n", ["_LONGEST = 2 * 1024"]),
        ('_MOST = 3\n"""Three"""\n', ["_MOST = 3"]),
    ],
)
def test_a_number_without_one_is_told(source: str, bare: list[str]) -> None:
    assert bare_numbers(source) == bare
