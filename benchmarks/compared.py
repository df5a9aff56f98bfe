"""Numbers that notice when something is compared with them that would come out otherwise with another number.

A number of the reader that is only ever compared changes nothing on a page where each comparison comes out
the same with half of it and with twice of it, so that page need not be read again.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Iterable
from typing import Any

Number = int | float
Note = Callable[[float], None]
"""What is called with the factor by which the number would have to change."""

_ORDERS = (ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.Eq, ast.NotEq)


def compared_number(value: Number, others: dict[float, Number], note: Note) -> Number:
    """``value``, which calls ``note`` with a factor if a comparison with its number in ``others`` differs."""
    kind = _ComparedInt if isinstance(value, int) else _ComparedFloat
    number = kind(value)
    number.others, number.note = others, note
    return number


def is_only_compared(name: str, trees: Iterable[ast.Module]) -> bool:
    """Whether ``name`` stands in ``trees``, alone or behind a dot, only beside a sign of comparison."""
    return all(_compares(tree, name) == _uses(tree, name) for tree in trees)


def _uses(tree: ast.Module, name: str) -> int:
    return sum(_is(node, name) for node in ast.walk(tree))


def _compares(tree: ast.Module, name: str) -> int:
    return sum(
        _is(operand, name)
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare) and all(isinstance(order, _ORDERS) for order in node.ops)
        for operand in (node.left, *node.comparators)
    )


def _is(node: ast.expr | ast.AST, name: str) -> bool:
    if isinstance(node, ast.Name):
        return node.id == name and isinstance(node.ctx, ast.Load)
    return isinstance(node, ast.Attribute) and node.attr == name


def _noticed(plain: type, name: str) -> Callable[[Any, Any], Any]:
    asked, compare = getattr(plain, name), getattr(operator, name)

    def comparison(self: Any, other: Any) -> Any:
        answer = asked(self, other)
        if answer is not NotImplemented:
            for factor, number in self.others.items():
                if compare(number, other) != answer:
                    self.note(factor)
        return answer

    return comparison


_COMPARISONS = ("__lt__", "__le__", "__gt__", "__ge__", "__eq__", "__ne__")


class _ComparedInt(int):
    others: dict[float, Number]
    note: Note
    __hash__ = int.__hash__


class _ComparedFloat(float):
    others: dict[float, Number]
    note: Note
    __hash__ = float.__hash__


for _kind, _plain in ((_ComparedInt, int), (_ComparedFloat, float)):
    for _name in _COMPARISONS:
        setattr(_kind, _name, _noticed(_plain, _name))
