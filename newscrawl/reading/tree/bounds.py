"""Limits on a page's markup, so that no page takes the parser more than a moment.

The parser's own time grows with the number of tags, and with the square of the attributes of one tag. Real
pages stay far below both limits and are not touched.
"""

from __future__ import annotations

import re

from newscrawl.reading.tree import core

MOST_TAGS = 20_000
"""Bound: tags of a source that are read; the fullest real pages have about a quarter."""

MOST_ATTRIBUTES = 10_000
"""Bound: attributes that all crowded tags of a source may have together."""

_CROWDED = 300
"""Bound: attributes of one tag from which on it is crowded, as libxml2's time grows with their square."""
_LONG_TAG = re.compile(rb"<[a-zA-Z][^<>]{20000}")
_WINDOW = 10_000
"""Bound: bytes of a stretch that is searched at once; every one of 20,000 bytes holds one of these whole."""
_TAG = re.compile(rb"""<[a-zA-Z](?:[^"'<>]++|"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))*+""")
_QUOTED = re.compile(rb"""\"[^\"]*+\"?|'[^']*+'?""")


def bounded(markup: bytes) -> bytes:
    """The markup up to the last tag that is read, crowded tags without their attributes."""
    tags, values = _counts(markup)
    if tags > MOST_TAGS:
        markup = _without_last_tags(markup)
        values = markup.count(b"=")
    return _without_attributes(markup) if _may_be_crowded(markup, values) else markup


def _counts(markup: bytes) -> tuple[int, int]:
    """How many signs there are that begin a tag, and how many that stand before a value."""
    if core.compiled is not None:
        tags, values = core.compiled.counts(markup)
        return tags, values
    return markup.count(b"<"), markup.count(b"=")


def _without_last_tags(markup: bytes) -> bytes:
    end = 0
    for _ in range(MOST_TAGS + 1):
        end = markup.index(b"<", end) + 1
    return markup[: end - 1]


def _may_be_crowded(markup: bytes, values: int) -> bool:
    """A quick look: values need an equals sign each, and attributes without values make a long tag."""
    if values > MOST_ATTRIBUTES:
        return True
    windows = range(0, len(markup) - _WINDOW, _WINDOW)
    bare = (at for at in windows if max(markup.find(sign, at, at + _WINDOW) for sign in (b"<", b">")) < 0)
    return any(_LONG_TAG.match(markup, max(0, markup.rfind(b"<", 0, at))) for at in bare)


def _without_attributes(markup: bytes) -> bytes:
    crowded = [(tag, count) for tag in _TAG.finditer(markup) if (count := _attributes(tag)) > _CROWDED]
    if sum(count for _, count in crowded) <= MOST_ATTRIBUTES:
        return markup
    kept: list[bytes] = []
    end = 0
    for tag, _ in crowded:
        kept += markup[end : tag.start()], tag[0].split(None, 1)[0]
        end = tag.end()
    return b"".join([*kept, markup[end:]])


def _attributes(tag: re.Match[bytes]) -> int:
    """How many attributes a tag may have; only long ones can have many."""
    if tag.end() - tag.start() <= 2 * _CROWDED:
        return 0
    return len(_QUOTED.sub(b" ", tag[0]).replace(b"=", b" ").split())
