"""JSON as pages really hold it: in comments, with stray commas, raw line breaks and unescaped quotes."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

MAX_LENGTH = 2_000_000
"""A longer script is left alone: it is a program's state, no statement about an article."""

_DECODER = json.JSONDecoder(strict=False)
_WRAPPING = re.compile(
    r"<!--|-->|(?://|/\*)?\s{0,8}<!\[CDATA\[(?:\s{0,8}\*/)?|(?://|/\*)?\s{0,8}\]\]>(?:\s{0,8}\*/)?"
)
_STRAY_ESCAPE = re.compile(r'\\(?!["\\/bfnrtu])')
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_BETWEEN = " \t\r\n;,"
_SOLID = re.compile(r"\S")
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_VALUE_OR_KEY = re.compile(r"\s*(?:[\"{\[\-0-9}\]]|true|false|null|$)")


def load_all(source: str) -> list[Any]:
    """Every JSON value in ``source``, one after another; what cannot be mended is left out."""
    text = source.strip("\ufeff \t\r\n;")
    if not text or len(text) > MAX_LENGTH:
        return []
    for attempt in _attempts(text):
        values = list(_values(attempt))
        if values:
            return values
    return []


def _attempts(text: str) -> Iterator[str]:
    """``text`` as it is, then more and more mended."""
    yield text
    bare = _WRAPPING.sub("", _CONTROL.sub(" ", text)).strip()
    if bare != text:
        yield bare
    mended = mend_json(bare)
    yield mended
    if "&" in bare:
        yield mend_json(html.unescape(bare))


def _values(text: str) -> Iterator[Any]:
    at, end = 0, len(text)
    while True:
        while at < end and text[at] in _BETWEEN:
            at += 1
        if at >= end or text[at] not in "{[":
            return
        try:
            value, at = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            return
        yield value


def mend_json(text: str) -> str:
    """``text`` with unescaped quotes inside strings escaped, stray escapes and trailing commas removed.

    A quote ends a string only where what follows may stand after it: a colon after a key, a closing bracket,
    or a comma with a further key or value behind it.
    """
    text = _STRAY_ESCAPE.sub(r"\\\\", text)
    out: list[str] = []
    start, inside, is_value = 0, False, False
    at = text.find('"')
    while at >= 0:
        if not inside:
            between = _TRAILING_COMMA.sub(r"\1", text[start:at])
            is_value = between.rstrip().endswith(":")
            out.append(between)
            start, inside = at, True
        elif not _escaped(text, at):
            inside = not _ends_string(text, at, is_value=is_value)
            out.append(text[start:at] + ('\\"' if inside else '"'))
            start = at + 1
        at = text.find('"', at + 1)
    rest = text[start:]
    out.append(rest if inside else _TRAILING_COMMA.sub(r"\1", rest))
    return "".join(out)


def _escaped(text: str, at: int) -> bool:
    before = at - 1
    while before >= 0 and text[before] == "\\":
        before -= 1
    return (at - before) % 2 == 0


def _ends_string(text: str, at: int, *, is_value: bool) -> bool:
    follower = _SOLID.search(text, at + 1)
    if follower is None:
        return True
    if follower.group() == ",":
        return _VALUE_OR_KEY.match(text, follower.end()) is not None
    return follower.group() in ("}]" if is_value else ":}]")
