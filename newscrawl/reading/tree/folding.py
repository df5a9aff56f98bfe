"""White space and invisible characters: how a line of a page becomes a line of text."""

from __future__ import annotations

import re

# U+200D joins emoji into one sign (families, flags), so it goes only where it joins no emoji.
_INVISIBLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffc]"
    "|(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001ffff])\u200d"
)

_HALF = re.compile("[\ud800-\udfff]")


def one_line(text: str) -> str:
    """``text`` on one line: white space collapsed to single blanks, invisible characters gone."""
    line = " ".join(text.split())
    if line.isprintable():
        return line
    return " ".join(_INVISIBLE.sub("", whole(line)).split())


def whole(text: str) -> str:
    """``text`` with the halves of characters joined that UTF-16 writes in two, as escapes in JSON do.

    A half that stands alone becomes the replacement character: it can be written to no file.
    """
    if _HALF.search(text) is None:
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
