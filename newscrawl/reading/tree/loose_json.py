"""JSON as pages really hold it: in comments, with stray commas, raw line breaks and unescaped quotes."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from newscrawl.reading.tree.measures import LONGEST_DATA

_DECODER = json.JSONDecoder(strict=False)
_WRAPPING = re.compile(
    r"<!--|-->|(?://|/\*)?\s{0,8}<!\[CDATA\[(?:\s{0,8}\*/)?|(?://|/\*)?\s{0,8}\]\]>(?:\s{0,8}\*/)?"
)
_COMMENTS = re.compile(r"(?:\s{0,100}(?:/\*(?s:.{0,1000}?)\*/|//[^\n]{0,1000}\n)){1,50}")
_ASSIGNED = re.compile(r"(?:(?:var|let|const)\s{1,9})?[\w$][\w$.]{0,60}\s{0,9}=\s{0,9}(?=[{\[])")
_REMARK = re.compile(r"<!--[^<{}\[\]]{0,300}?-->")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_BETWEEN = " \t\r\n;,"
_MOST_WORK = 200_000
"""Bound: quotation marks times brackets of a script, as the repair walks from each bracket over all marks."""
_LONGEST_MENDED = 100_000
"""Bound: characters, as json-repair's time grows with the square of a long word's, number's or string's
length: so many take it up to half a second, 300,000 up to 4 s. None of 290 saved pages holds a longer one
that it mends."""


def load_all(source: str) -> list[Any]:
    """Every JSON value in ``source``, one after another; what cannot be mended is left out."""
    text = source.strip("\ufeff \t\r\n;")
    if not text or len(text) > LONGEST_DATA:
        return []
    if text[0] == '"' and (inner := _quoted(text)):
        text = inner
    if values := list(_values(text)):
        return values
    bare = _unwrapped(_CONTROL.sub(" ", text))
    plain = _unwrapped(html.unescape(bare)) if "&" in bare else bare
    for attempt in dict.fromkeys((bare, plain)):
        if values := list(_values(attempt)):
            return values
    return _mended(plain if "&quot;" in bare else bare)


def _quoted(text: str) -> str:
    """The text of a script that is one JSON string: its template wrote JSON into JSON."""
    try:
        value = json.loads(text, strict=False)
    except ValueError:
        return ""
    return value.strip() if isinstance(value, str) else ""


def _unwrapped(text: str) -> str:
    """``text`` without comments around it, those that it stands in, and the name it is assigned to."""
    bare = _WRAPPING.sub("", _REMARK.sub("", text)).strip()
    for before in (_COMMENTS, _ASSIGNED):
        found = before.match(bare)
        bare = bare[found.end() :].strip() if found else bare
    return bare


def _mended(text: str) -> list[Any]:
    """The values in ``text`` as json-repair reads it: quotes, commas and brackets may be missing or stray.

    Nothing for what is no JSON at all, and for what would take it more than a moment: its time grows with
    the product of quotes and brackets. Real statements have a tenth of the limit, which takes 0.15 s.
    """
    if len(text) > _LONGEST_MENDED or text[:1] not in ("{", "["):
        return []
    if text.count('"') * sum(map(text.count, "{[")) > _MOST_WORK:
        return []
    import json_repair  # noqa: PLC0415 - few pages need it

    try:
        value = json_repair.loads(text, skip_json_loads=True)
    except (ValueError, RecursionError):
        return []
    return [value] if isinstance(value, (dict, list)) and value else []


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
