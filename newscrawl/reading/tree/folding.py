"""White space and invisible characters: how a line of a page becomes a line of text."""

from __future__ import annotations

import html
import re

# U+200D joins emoji into one sign (families, flags), so it goes only where it joins no emoji.
_INVISIBLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffc]"
    "|(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001ffff])\u200d"
)

_NUMBERED = re.compile(r"\\u([0-9a-fA-F]{4})")
_SLASHES = re.compile(r"\\{1,4}(?=[\"'’“”])")
_HALF = re.compile("[\ud800-\udfff]")
# Signs that a reader sees as references, as a system escaped them once too often. Those of mark-up stay.
_REFERENCE = re.compile(
    r"&(?:amp;){0,2}(?:amp|quot|apos|nbsp|[lr][sd]quo|hellip|[nm]dash|#\d{2,5}|#x[0-9a-fA-F]{2,4});"
)


def one_line(text: str) -> str:
    """``text`` on one line: white space collapsed to single blanks, invisible characters gone."""
    line = " ".join((resolved(text) if "&" in text or "\\" in text else text).split())
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


def resolved(text: str) -> str:
    """``text`` with the signs for what stands for them on the page, as they were escaped once too often.

    So are references (``&quot;``), signs by their numbers (``\\u2019``), quotation marks behind a backslash.
    """
    if "\\" in text:
        text = whole(_NUMBERED.sub(lambda found: chr(int(found[1], 16)), _SLASHES.sub("", text)))
    return _REFERENCE.sub(lambda found: html.unescape(html.unescape(html.unescape(found[0]))), text)
