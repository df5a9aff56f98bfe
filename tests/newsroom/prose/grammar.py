"""A small language for sentences with choices, and its reader.

``[a|b|c]`` chooses one of several, ``{slot}`` takes a fact of the scene, ``<lo-hi>`` a whole number.
Choices nest. The sentences stand in ``topics/*.txt``, one a line, under headings such as ``== lead``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

_TOKEN = re.compile(r"[\[\]|]|\{\w+\}|<\d+-\d+>|[^\[\]|{<]+")

Part = str | tuple[str, str] | tuple[int, int] | list[list["Part"]]
Pattern = list[Part]


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject of news: its section, tags and offices, and sentences by role (title, deck, lead, ...)."""

    section: str
    tags: tuple[str, ...]
    offices: tuple[str, ...]
    sentences: Mapping[str, tuple[Pattern, ...]]


def compile_sentence(text: str) -> Pattern:
    """Read one sentence; raises ValueError for brackets that do not close."""
    tokens = _TOKEN.findall(text)
    if "".join(tokens) != text:
        raise ValueError(f"not a sentence of this grammar: {text}")
    branches, rest = _branches(tokens, 0)
    if rest != len(tokens) or len(branches) != 1:
        raise ValueError(f"brackets do not match: {text}")
    return branches[0]


def _branches(tokens: list[str], at: int) -> tuple[list[Pattern], int]:
    """The alternatives from ``at`` to the closing bracket or the end, and where that is."""
    branches: list[Pattern] = [[]]
    while at < len(tokens) and tokens[at] != "]":
        token = tokens[at]
        at += 1
        if token == "|":
            branches.append([])
        elif token == "[":
            inner, at = _branches(tokens, at)
            if at == len(tokens):
                raise ValueError("brackets do not match: " + "".join(tokens))
            branches[-1].append(inner)
            at += 1
        else:
            branches[-1].append(_leaf(token))
    return branches, at


def _leaf(token: str) -> Part:
    if token.startswith("{"):
        return ("slot", token[1:-1])
    if token.startswith("<"):
        low, high = token[1:-1].split("-")
        return (int(low), int(high))
    return token


def expand(pattern: Pattern, scene: Mapping[str, str], rng: Random) -> str:
    """One sentence of the pattern, with the scene's facts and the generator's choices."""
    out: list[str] = []
    _expand_into(out, pattern, scene, rng)
    return "".join(out)


def _expand_into(out: list[str], pattern: Pattern, scene: Mapping[str, str], rng: Random) -> None:
    for part in pattern:
        if isinstance(part, str):
            out.append(part)
        elif isinstance(part, list):
            _expand_into(out, part[int(rng.random() * len(part))], scene, rng)
        elif part[0] == "slot":
            out.append(scene[str(part[1])])
        else:
            out.append(_number(int(part[0]), int(part[1]), rng))


def _number(low: int, high: int, rng: Random) -> str:
    value = low + int(rng.random() * (high - low + 1))
    is_year = low >= 1700 and high <= 2100
    return str(value) if is_year else f"{value:,}".replace(",", ".")


def read_topic(path: Path) -> Topic:
    """Read a topic file; raises ValueError naming the file for a line that is not understood."""
    facts: dict[str, str] = {}
    sentences: dict[str, list[Pattern]] = {}
    role = ""
    for line in filter(None, path.read_text(encoding="utf-8").splitlines()):
        if line.startswith("== "):
            role = line[3:]
        elif role:
            sentences.setdefault(role, []).append(compile_sentence(line))
        else:
            name, _, value = line.partition(": ")
            facts[name] = value
    if missing := {"section", "tags", "offices"} - facts.keys():
        raise ValueError(f"{path}: no {', '.join(sorted(missing))}")
    return Topic(
        section=facts["section"],
        tags=tuple(facts["tags"].split(", ")),
        offices=tuple(facts["offices"].split(", ")),
        sentences={name: tuple(patterns) for name, patterns in sentences.items()},
    )
