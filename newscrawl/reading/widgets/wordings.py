"""The wordings of widget lines (``words/widgets.tsv``), found by the letters that a line begins with.

Few lines of an article begin as any of the hundreds of wordings does. So only those are tried whose first
letters the line has, and they are compiled when the first such line comes. Of the rules that leave open how
a line begins, those are tried that name signs or words the line holds.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newscrawl import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_REST = ".{0,450}"
_MACRO = re.compile(r"<([A-Z]+)>")
_GROUP = re.compile(r"\([^()\[\\]*\)")
_PLAIN_GROUP = re.compile(r"\(\?:[^()\[\\]*\)")
_PLAIN = re.compile(r"(?:[^\\()\[\].^$*+?{}|]|\\\W)+")
_LAST_SIGN = re.compile(r"(?:\\.|.)$")
_ESCAPED = re.compile(r"\\(.)")
_QUANTITY = re.compile(r"[*?]|\{0")
_Start = str | tuple[str, ...]
"""What a line begins with that a rule may match; or, in a tuple, that of which it holds one."""

_LETTERS = 3
"""So many letters of a line are looked at: with three, most sentences begin as no wording does."""


def signs_in(text: str) -> tuple[str, ...]:
    """What the rules with an open beginning ask of a line, as far as it stands in ``text``, all of them.

    Hardly any of it does: to look for all of it once costs a fraction of looking in each line.
    """
    return tuple(sign for sign in _signs() if sign in text)


def kind_of(line: str, signs: Iterable[str] | None = None) -> str | None:
    """The class of widget that the whole ``line``, in its plain form, is worded like; None if there is none.

    Of several the first in the order of the file. ``signs`` are those that a text with the line in it has.
    """
    starts, held_by_sign = _starts(), _signs()
    present = [sign for sign in (held_by_sign if signs is None else signs) if sign in line]
    held: set[_Start] = {start for sign in present for start in held_by_sign[sign]}
    found: list[int] = []
    for start in (*held, *(line[:size] for size in range(min(_LETTERS, len(line)) + 1))):
        if start in starts:
            match = _pattern(start).fullmatch(line)
            if match is not None and match.lastgroup:
                found.append(int(match.lastgroup[1:]))
    return _kinds()[min(found)] if found else None


def all_patterns() -> Iterator[re.Pattern[str]]:
    """Every pattern that some line may be tried with."""
    return map(_pattern, _starts())


@cache
def _kinds() -> tuple[str, ...]:
    return tuple(dict.fromkeys(entry.kind for entry in words.entries("widgets")))


@cache
def _starts() -> dict[_Start, dict[str, list[str]]]:
    """For each beginning the rules that a line with it may match, by their kind.

    A rule that leaves its beginning open stands under what a line must hold for it, if there is such a thing.
    """
    parts = words.by_kind("widget_parts")
    starts: dict[_Start, dict[str, list[str]]] = {}
    for entry in words.entries("widgets"):
        rule = _expanded(entry.text, parts)
        for start in beginnings(rule):
            starts.setdefault(start or held_by(rule) or "", {}).setdefault(entry.kind, []).append(rule)
    return starts


@cache
def _signs() -> dict[str, list[tuple[str, ...]]]:
    """What the rules with an open beginning ask of a line, of each tuple one: for each sign its tuples."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for start in _starts():
        if isinstance(start, tuple):
            for sign in start:
                found.setdefault(sign, []).append(start)
    return found


@cache
def _pattern(start: _Start) -> re.Pattern[str]:
    """The rules of one beginning; the group that matched tells the kind."""
    kinds = _kinds()
    rules = sorted((kinds.index(kind), rules) for kind, rules in _starts()[start].items())
    groups = [f"(?P<r{rank}>{'|'.join(f'(?:{rule})' for rule in each)})" for rank, each in rules]
    return re.compile(rf"(?:{'|'.join(groups)})\W*")


def _expanded(rule: str, parts: dict[str, str]) -> str:
    """A rule with the parts put in and its end spelled out."""
    if rule.endswith(" ..."):
        rule = rule.removesuffix(" ...")
        rule += (r"(?!\w)" if rule[-1].isalnum() or rule[-1] in ")]" else "") + _REST
    return _MACRO.sub(lambda macro: parts[macro[1]], rule)


def beginnings(rule: str) -> set[str]:
    """What a text that ``rule`` matches begins with: up to three letters of each way to begin.

    Fewer letters where the rule leaves open what follows them, none where it leaves all open.
    """
    found: set[str] = set()
    for alternative in _alternatives(rule):
        _begin("", alternative, found)
    return found


def held_by(rule: str) -> tuple[str, ...]:
    """Signs or words of which each text that ``rule`` matches holds one: those that tell most, the longest.

    None where the rule leaves all open.
    """
    if len(_alternatives(rule)) > 1:
        return ()
    found: list[tuple[str, ...]] = []
    rest = rule
    while rest:
        part, behind = _part(rest)
        # A sign that may be missing is the last of its run.
        may_miss = _QUANTITY.match(behind) is not None
        if _PLAIN.match(part):
            text = _ESCAPED.sub(r"\1", _LAST_SIGN.sub("", part) if may_miss else part)
            found += [(text,)] if text else []
        elif _PLAIN_GROUP.fullmatch(part) and not may_miss:
            inside = part.removeprefix("(?:").removesuffix(")").split("|")
            found += [tuple(inside)] if all(map(_PLAIN.fullmatch, inside)) else []
        rest = behind[behind.index("}") + 1 :] if behind[:1] == "{" else behind
    return max(found, key=lambda texts: min(map(len, texts)), default=())


def _part(rule: str) -> tuple[str, str]:
    """The group, class, run of plain signs or single sign that ``rule`` begins with, and the rest."""
    if rule[0] == "(":
        end = _closing(rule) + 1
    elif rule[0] == "[":
        end = rule.index("]", 2) + 1
    elif (plain := _PLAIN.match(rule)) is not None:
        end = plain.end()
    else:
        end = 1 + (rule[0] == "\\")
    return rule[:end], rule[end:]


def _begin(done: str, rest: str, found: set[str]) -> None:
    """Add to ``found`` what begins with ``done`` and goes on as ``rest`` does."""
    while rest and len(done) < _LETTERS:
        if rest.startswith(("(?!", "(?=", "(?<")):
            rest = rest[_closing(rest) + 1 :]
            continue
        if rest[0] == "(":
            _begin_group(done, rest, found)
            return
        letter, behind = _letter(rest)
        if not letter or behind[:1] in ("*", "+", "{"):
            break
        if behind[:1] == "?":
            behind = behind[1:]
            _begin(done, behind, found)
        done, rest = done + letter, behind
    found.add(done)


def _begin_group(done: str, rest: str, found: set[str]) -> None:
    plain = _PLAIN_GROUP.match(rest)
    end = plain.end() - 1 if plain else _closing(rest)
    behind = rest[end + 1 :]
    if not rest.startswith("(?:") or behind[:1] in ("*", "+", "{"):
        found.add(done)
        return
    if behind[:1] == "?":
        behind = behind[1:]
        _begin(done, behind, found)
    inside = rest[3:end]
    for alternative in inside.split("|") if plain else _alternatives(inside):
        _begin(done, alternative + behind, found)


def _letter(rest: str) -> tuple[str, str]:
    """The letter that ``rest`` begins with, and what follows; no letter where several may stand there."""
    if rest[0] == "\\":
        return ("", rest) if rest[1:2].isalnum() else (rest[1:2], rest[2:])
    return ("", rest) if rest[0] in "[.^$" else (rest[0], rest[1:])


def _alternatives(rule: str) -> list[str]:
    """The parts of a rule that bars divide, those in groups and classes left together."""
    if "|" not in _GROUP.sub("", rule):
        return [rule]
    bars = [at for at, depth in _depths(rule) if depth == 0 and rule[at] == "|"]
    return [rule[a + 1 : b] for a, b in zip([-1, *bars], [*bars, len(rule)], strict=True)]


def _closing(rule: str) -> int:
    """Where the group closes that ``rule`` begins with."""
    return next(at for at, depth in _depths(rule) if depth == 0 and rule[at] == ")")


def _depths(rule: str) -> Iterator[tuple[int, int]]:
    """Each sign that is no letter of a class or behind a backslash, and how many groups are open at it."""
    depth, at, in_class = 0, 0, False
    while at < len(rule):
        sign = rule[at]
        if sign == "\\":
            at += 2
            continue
        if in_class:
            in_class = sign != "]"
        elif sign == "[":
            in_class = True
            at += rule.startswith(("[]", "[^]"), at)
        else:
            depth += (sign == "(") - (sign == ")")
            yield at, depth
        at += 1
