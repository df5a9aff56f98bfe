"""How a pattern's time grows with the text: linear, or worse.

Hostile texts are made from the pattern's own parts: whatever a repetition may repeat is repeated, after what
must stand before it, before something that cannot follow. A pattern passes when it reads a long text of
each kind at once, or when four times the text takes it about four times as long.
"""

from __future__ import annotations

import math
import random
import re
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from types import FrameType
from typing import Any

from re import _constants as sre  # type: ignore[attr-defined]  # isort: skip
from re import _parser as sre_parser  # type: ignore[attr-defined]  # isort: skip

from benchmarks.fuzz.patterns import Found

LENGTH = 40_000
_SHORT = 1_000
_AT_ONCE = 0.02
"""Seconds of the processor in which a search that grows with the square cannot read a long text."""

_PATIENCE = 1.0
_STEEP = 1.7
"""A power of the length between linear (1) and quadratic (2)."""

_MEASUREMENTS = 3
"""Other work on the machine can make one measurement look steep, hardly all."""

_MOST_TEXTS = 80
_VARIANTS = 3
_ENDS = ("", "\x00", "!", "x")


@dataclass(frozen=True, slots=True)
class Growth:
    """The worst that was seen of one pattern: the power of the length, and the text that showed it."""

    found: Found
    exponent: float
    unit: str

    @property
    def is_steep(self) -> bool:
        return self.exponent > _STEEP


class _OutOfTimeError(Exception):
    pass


def worst_growth(found: Found, length: int = LENGTH) -> Growth:
    """Time one pattern on hostile texts up to ``length``. Only in the main thread: it sets an alarm."""
    worst = Growth(found, 0.0, "")
    for before, unit, after in islice(hostile_parts(found.pattern), _MOST_TEXTS):
        for use in found.uses:
            exponent = math.inf
            for _ in range(_MEASUREMENTS):
                exponent = min(exponent, _exponent(found, use, (before, unit, after), length))
                # What ran out of patience is fifty times over what a linear search takes, on any machine.
                if exponent <= _STEEP or exponent == math.inf:
                    break
            if exponent > worst.exponent:
                worst = Growth(found, exponent, f"{before!r} + {unit!r} * n + {after!r}")
        if worst.is_steep:
            break
    return worst


def hostile_parts(pattern: re.Pattern[Any]) -> Iterator[tuple[str, str, str]]:
    """What to put before, to repeat, and to put after; each combination once."""
    source = pattern.pattern
    text = source if isinstance(source, str) else source.decode("latin-1")
    # The flags come with the pattern, and inline ones of bytes patterns do not fit text.
    tree = sre_parser.parse(text, pattern.flags & ~re.UNICODE & ~re.DEBUG)
    seen: set[tuple[str, str, str]] = set()
    for variant in range(_VARIANTS):
        rng = random.Random(variant)
        for before, unit in _pumps(tree, "", rng):
            for after in _ENDS:
                if unit and (before, unit, after) not in seen:
                    seen.add((before, unit, after))
                    yield before, unit, after


def _pumps(tree: Any, before: str, rng: random.Random) -> Iterator[tuple[str, str]]:
    """Each repetition's body with what leads to it; the whole, its beginning, and its single signs."""
    if not before:
        whole = _sample(tree, rng)
        yield "", whole
        yield "", whole[:-1]
        for sign in dict.fromkeys(whole):
            yield "", sign
    lead = before
    for operation, argument in tree:
        for body in _bodies(operation, argument):
            if operation in _REPEATS:
                pump = _sample(body, rng)
                yield lead, pump
                yield "", lead + pump
            yield from _pumps(body, lead or " ", rng)
        lead += _sample([(operation, argument)], rng)
        yield "", lead


_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)


def _bodies(operation: Any, argument: Any) -> list[Any]:
    """The patterns inside one part of a pattern."""
    inside = {
        **dict.fromkeys(_REPEATS, lambda: [argument[2]]),
        sre.BRANCH: lambda: list(argument[1]),
        sre.SUBPATTERN: lambda: [argument[3]],
        sre.ATOMIC_GROUP: lambda: [argument],
        sre.ASSERT: lambda: [argument[1]],
        sre.ASSERT_NOT: lambda: [argument[1]],
        sre.GROUPREF_EXISTS: lambda: [part for part in argument[1:] if part],
    }
    return inside.get(operation, list)()


def _sample(tree: Any, rng: random.Random) -> str:
    """A text that the parsed pattern may match."""
    return "".join(_sample_part(operation, argument, rng) for operation, argument in tree)


def _sample_part(operation: Any, argument: Any, rng: random.Random) -> str:
    if operation in _REPEATS:
        least, most, body = argument
        return "".join(_sample(body, rng) for _ in range(min(max(least, rng.randint(0, 2)), most)))
    signs: dict[Any, Callable[[], str]] = {
        sre.LITERAL: lambda: chr(argument),
        sre.NOT_LITERAL: lambda: "b" if argument == ord("a") else "a",
        sre.ANY: lambda: rng.choice("a 1"),
        sre.IN: lambda: _member(argument, rng),
        sre.ASSERT: lambda: "",
        sre.ASSERT_NOT: lambda: "",
    }
    if operation in signs:
        return signs[operation]()
    bodies = _bodies(operation, argument)
    return _sample(rng.choice(bodies), rng) if bodies else ""


_CATEGORIES = {
    sre.CATEGORY_DIGIT: "17",
    sre.CATEGORY_SPACE: " \n\t",
    sre.CATEGORY_WORD: "aZ1",
    sre.CATEGORY_NOT_DIGIT: "a ",
    sre.CATEGORY_NOT_SPACE: "a1.",
    sre.CATEGORY_NOT_WORD: " .-",
}
_CANDIDATES = "a1 .-A/:(é\n"


def _member(items: Any, rng: random.Random) -> str:
    """A sign that a class holds."""
    if items[0][0] is sre.NEGATE:
        held = {sign for item in items[1:] for sign in _members(item)}
        left = [sign for sign in _CANDIDATES if sign not in held]
        return rng.choice(left) if left else "\x01"
    return rng.choice(_members(rng.choice(items)))


def _members(item: Any) -> str:
    kind, value = item
    if kind is sre.LITERAL:
        return chr(value)
    if kind is sre.RANGE:
        low, high = value
        return "".join(chr(code) for code in (low, high, *range(low, min(high, low + 30))))
    return _CATEGORIES.get(value, "a")


def _exponent(found: Found, use: str, parts: tuple[str, str, str], length: int) -> float:
    """The power of the length with which the time grows; 0 where it is too short to tell."""
    before, unit, after = parts

    def seconds(size: int) -> float:
        return _timed(found.pattern, use, before + unit * (size // len(unit)) + after)

    try:
        with _alarm(_PATIENCE):
            seconds(_SHORT)
            if seconds(length) < _AT_ONCE:
                return 0.0
            long, short = (min(seconds(size) for _ in range(3)) for size in (length, length // 4))
    except _OutOfTimeError:
        return math.inf
    return math.log(max(long, 1e-6) / max(short, 1e-6), 4)


def _timed(pattern: re.Pattern[Any], use: str, text: str) -> float:
    subject = text if isinstance(pattern.pattern, str) else text.encode("latin-1", "replace")
    start = time.process_time()
    if use == "search":
        for _ in pattern.finditer(subject):
            pass
    else:
        getattr(pattern, use)(subject)
    return time.process_time() - start


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """Break off what takes longer; the engine of :mod:`re` looks out for signals."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise _OutOfTimeError

    earlier = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, earlier)
