"""What changed between two versions, word by word, for people to read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

_TEXTS = ("title", "description", "body")
_CONTEXT = 8
"""Words of unchanged text that are shown around a change."""

_MOST_WORDS = 2000
"""Longer paragraphs are shown as replaced: comparing them word by word takes too long."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words: unchanged, gone, or new."""

    kind: Literal["same", "gone", "new"]
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """A change in a field; ``paragraph`` counts from 1, in the newer body unless it is gone from there."""

    field: str
    pieces: tuple[Piece, ...]
    paragraph: int = 0


def compare(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Change]:
    """The changes from one record to the next, in the fields that the newer says are changed."""
    changes: list[Change] = []
    for field in after["changed"]:
        if field == "body":
            changes += _paragraphs(before["body"] or "", after["body"] or "")
        elif field in _TEXTS:
            changes.append(Change(field, _words(before[field] or "", after[field] or "")))
        else:
            changes.append(Change(field, tuple(_replaced(_plain(before[field]), _plain(after[field])))))
    return changes


def _paragraphs(before: str, after: str) -> Iterator[Change]:
    old, new = before.split("\n\n"), after.split("\n\n")
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, start, end, into, until in matcher.get_opcodes():
        if kind == "equal":
            continue
        shared = min(end - start, until - into)
        for offset in range(shared):
            pieces = _words(old[start + offset], new[into + offset])
            yield Change("body", pieces, into + offset + 1)
        for number in range(start + shared, end):
            yield Change("body", (Piece("gone", old[number]),), number + 1)
        for number in range(into + shared, until):
            yield Change("body", (Piece("new", new[number]),), number + 1)


def _words(before: str, after: str) -> tuple[Piece, ...]:
    old, new = before.split(), after.split()
    if max(len(old), len(new)) > _MOST_WORDS:
        return tuple(_replaced(before, after))
    pieces: list[Piece] = []
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for place, (kind, start, end, into, until) in enumerate(codes):
        if kind == "equal":
            pieces.append(Piece("same", _shortened(new[into:until], place == 0, place == len(codes) - 1)))
        else:
            pieces += _replaced(" ".join(old[start:end]), " ".join(new[into:until]))
    return tuple(pieces)


def _replaced(before: str, after: str) -> Iterator[Piece]:
    if before:
        yield Piece("gone", before)
    if after:
        yield Piece("new", after)


def _shortened(words: Sequence[str], first: bool, last: bool) -> str:
    """Unchanged words, in the middle of a long stretch of them an ellipsis."""
    head = [] if first else words[:_CONTEXT]
    tail = [] if last else words[-_CONTEXT:]
    if len(words) <= len(head) + len(tail) + 1:
        return " ".join(words)
    return " ".join([*head, "...", *tail])


def _plain(value: Any) -> str:
    if value is None:
        return ""
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
