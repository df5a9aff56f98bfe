"""Numbers that notice when something would come out otherwise with another number in their place.

A number changes nothing on a page where each comparison with it, and with what is reckoned from it, comes out
the same with half of it and with twice of it; that page need not be read again. Where a number is no longer
one, because it cuts a text or bounds a loop, it is taken for one that comes out otherwise.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any

Number = int | float
Note = Callable[[float], None]
"""What is called with the factor by which the number would have to change."""


def compared_number(value: Number, others: dict[float, Number], note: Note) -> Number:
    """``value``, which calls ``note`` with a factor if what comes of its number in ``others`` differs.

    It is a fraction even where ``value`` is whole: one that is asked first whether it is more than a whole
    number answers by itself, and the number would not notice; nor does a whole number notice that it cuts.
    """
    number = _Compared(value)
    number.others, number.note = others, note
    return number


class _Compared(float):
    others: dict[float, Number]
    note: Note
    __hash__ = float.__hash__

    def __index__(self) -> int:
        self.tell()
        if not self.is_integer():
            raise TypeError("a fraction cannot count")
        return int(float(self))

    def __int__(self) -> int:
        self.tell()
        return float.__int__(self)

    def __round__(self, digits: Any = None) -> Any:
        self.tell()
        return float.__round__(self, digits)

    def __format__(self, wanted: str) -> str:
        self.tell()
        return format(int(float(self)) if self.is_integer() else float(self), wanted)

    def tell(self) -> None:
        """Note that each other number would come out otherwise."""
        for factor in self.others:
            self.note(factor)


def _comparing(name: str) -> Callable[[Any, Any], Any]:
    asked, compare = getattr(float, name), getattr(operator, name)

    def comparison(self: Any, other: Any) -> Any:
        answer = asked(self, other)
        if answer is NotImplemented:
            return answer
        for factor, number in self.others.items():
            if compare(number, float(other)) != answer:
                self.note(factor)
        if isinstance(other, _Compared):
            for factor, number in other.others.items():
                if compare(float(self), number) != answer:
                    other.note(factor)
        return answer

    return comparison


def _reckoning(name: str) -> Callable[..., Any]:
    reckon = getattr(float, name)

    def reckoned(self: Any, *operands: Any) -> Any:
        value = reckon(self, *operands)
        if value is NotImplemented:
            return value
        for other in operands:
            if isinstance(other, _Compared):
                self.tell()
                other.tell()
        others = {factor: reckon(float(number), *operands) for factor, number in self.others.items()}
        return compared_number(value, others, self.note)

    return reckoned


for _name in ("__lt__", "__le__", "__gt__", "__ge__", "__eq__", "__ne__"):
    setattr(_Compared, _name, _comparing(_name))
for _name in ("add", "sub", "mul", "truediv", "floordiv", "mod"):
    for _side in ("", "r"):
        setattr(_Compared, f"__{_side}{_name}__", _reckoning(f"__{_side}{_name}__"))
for _name in ("__neg__", "__abs__"):
    setattr(_Compared, _name, _reckoning(_name))
