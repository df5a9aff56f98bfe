"""Every number under a name of its own in the reader has its reason, and what decides nothing is marked.

``numbers.tsv`` says of each which pages and tests the sweeps found to hang on it. What hangs on none is a
bound on what pages may cost, or given by the world: its reason begins with "Bound:" or with "Given:", or says
"Bound (_NAME):" where it stands with others.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.numbers import read_numbers
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


def reasons(source: str) -> Iterator[tuple[str, str]]:
    """The names of numbers, each with the reason of the line that gives it."""
    lines = source.splitlines()
    body = ast.parse(source).body
    for node, after in zip(body, [*body[1:], None], strict=True):
        if not isinstance(node, ast.Assign) or not all(
            isinstance(each, ast.Name | ast.Tuple) for each in node.targets
        ):
            continue
        docstring = ast.get_docstring(ast.Module([after], [])) if _is_docstring(after) else None
        reason = (
            docstring
            or f"{lines[node.lineno - 2].lstrip('# ')} {lines[node.end_lineno - 1].partition('# ')[2]}"
        )
        for target in node.targets:
            for name in getattr(target, "elts", [target]):
                yield name.id, " ".join(reason.split())


def is_marked(name: str, reason: str) -> bool:
    """Whether a reason says that the number is a bound, or given."""
    return re.match(rf"(?:Bound|Given): |(?:.*\s)?(?:Bound|Given) \({name}\): ", reason) is not None


def unmarked(module: str, source: str) -> list[str]:
    """The numbers of a module that decide nothing as far as is known, and are not marked."""
    known = read_numbers()
    rows = ((name, reason, known.get(f"{module}.{name}")) for name, reason in reasons(source))
    return [
        name
        for name, reason, row in rows
        if row is not None and row.pages == "0" and row.is_idle and not is_marked(name, reason)
    ]


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
    "path", MODULES, ids=[path.relative_to(ROOM).with_suffix("").as_posix() for path in MODULES]
)
def test_what_decides_nothing_is_marked(path: Path) -> None:
    module = ".".join(path.relative_to(ROOM).with_suffix("").parts)
    assert unmarked(module, path.read_text(encoding="utf-8")) == []


def test_the_table_of_numbers_knows_some_that_decide_and_some_that_do_not() -> None:
    rows = read_numbers().values()
    assert any(row.changes_a_page for row in rows)
    assert any(row.is_idle for row in rows)


def test_a_mark_opens_the_reason_or_names_the_number() -> None:
    source = (
        '_MOST = 3\n"""Bound: lines that are read."""\n'
        '_MANY, _FEW = 9, 2\n"""Lines of a list. Bound (_MANY): lines of a box."""\n'
        "_LONG = 9  # Given: by the list\n"
        '_SHORT = 2\n"""A bound: no mark."""\n'
    )
    marked = {name: is_marked(name, reason) for name, reason in reasons(source)}
    assert marked == {"_MOST": True, "_MANY": True, "_FEW": False, "_LONG": False, "_SHORT": False}


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
