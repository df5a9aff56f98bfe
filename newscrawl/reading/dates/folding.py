"""One spelling for the many ways a date line is typed."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache

from newscrawl.reading.dates.words import month_meant

LONGEST_LINE = 250
"""Bound: characters of a folded line; longer text is prose and no date line."""

_LONGEST_SOURCE = 4 * LONGEST_LINE
"""Bound: characters read at all, for templates indent date lines deeply."""


def _table() -> dict[int, str | None]:
    pairs = {
        "'": "‘’‚‛ʹʻʼʽˈ׳`´′＇",
        "e": "éèêëÉÈÊË",
        "-": "‐‑‒–—―−﹘﹣",
        "|": "•·●▪∙‧・¦│◦⋅",
        ":": "∶꞉",
        "/": "⁄∕",
    }
    table: dict[int, str | None] = {ord(odd): plain for plain, odds in pairs.items() for odd in odds}
    for first in (0x0660, 0x06F0, 0x0966):
        table.update({first + digit: str(digit) for digit in range(10)})
    invisible = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2069\ufeff"
    table.update(dict.fromkeys(map(ord, invisible)))
    return table


_TABLE = _table()

# A year and the time behind it, where a template forgot the blank: "25 November 202609:15".
# What stands before the year is asked behind it: a search that begins with one of two signs is quick.
_GLUED = re.compile(r"(?:19|20)[0-9]{2}(?<=[a-z /.,-][0-9]{4})(?=[0-2][0-9][:.][0-5][0-9](?![0-9]))")
_CHINESE = (
    (re.compile("([0-9]{4}) ?年 ?([0-9]{1,2}) ?月 ?([0-9]{1,2}) ?[日号]?"), r"\1-\2-\3 "),
    (re.compile("(?<![0-9年] )(?<![0-9年])([0-9]{1,2}) ?月 ?([0-9]{1,2}) ?[日号]"), r"\2/\1 "),
    (re.compile("([0-9]{1,2}) ?[时時点點] ?([0-9]{1,2}) ?分?"), r"\1:\2"),
    (re.compile("(?:上午|早上|凌晨) ?([0-9]{1,2}:[0-9]{2})"), r"\1 am"),
    (re.compile("(?:下午|晚上|傍晚) ?([0-9]{1,2}:[0-9]{2})"), r"\1 pm"),
    (re.compile("([0-9]{1,3}) ?秒(?:钟|鐘)?前"), r"\1 seconds ago"),
    (re.compile("([0-9]{1,3}) ?分(?:钟|鐘)前"), r"\1 minutes ago"),
    (re.compile("([0-9]{1,3}) ?(?:个|個)?(?:小时|小時)前"), r"\1 hours ago"),
    (re.compile("([0-9]{1,3}) ?天前"), r"\1 days ago"),
    (re.compile("昨天"), "yesterday "),
    (re.compile("今天"), "today "),
)
# A word between day and year, or before both: there alone a slip of the pen is read as the month it misses.
_MONTH_PLACE = re.compile(
    r"(?<![0-9])(?P<before>[0-3]?[0-9][-/ ]{1,2})(?P<month>[a-z]{4,11})"
    r"(?P<behind>[-/ .,]{1,2}(?:19|20)[0-9]{2})(?![0-9])"
    r"|(?<![a-z])(?P<word>[a-z]{4,11})(?P<rest> [0-3]?[0-9], (?:19|20)[0-9]{2})(?![0-9])"
)
_IS_CHINESE = re.compile("[年月前昨今]")


def fold(text: str) -> str | None:
    """``text`` in lower case and plain characters with single blanks; None where it is no date line.

    Compatibility characters (mathematical bold, full width, Arabic digits) become ASCII, typographic
    apostrophes and dashes their plain forms, bullets a bar; the marks that Sundanese and Javanese set on an e
    go; HTML and JSON escapes are undone, Chinese forms become plain ones, and a time is parted from the year
    that it is glued to. A month misspelt by one letter is spelt right between a day and a year.
    """
    source = text[:_LONGEST_SOURCE]
    if "&" in source:
        source = html.unescape(html.unescape(source))
    if "\\" in source:
        source = source.replace("\\/", "/").replace("\\'", "'")
    if not source.isascii():
        source = unicodedata.normalize("NFKC", source.translate(_TABLE)).translate(_TABLE)
        if _IS_CHINESE.search(source):
            for pattern, plain in _CHINESE:
                source = pattern.sub(plain, source)
    folded = " ".join(source.lower().split())
    if "20" in folded or "19" in folded:
        folded = _MONTH_PLACE.sub(_respelt, _GLUED.sub(_parted, folded))
    return folded if 0 < len(folded) <= LONGEST_LINE else None


def _parted(year: re.Match[str]) -> str:
    return f"{year[0]} "


def _respelt(place: re.Match[str]) -> str:
    before, word, behind, first, rest = place.groups()
    return f"{before}{_month(word)}{behind}" if word else f"{_month(first)}{rest}"


@lru_cache(maxsize=512)
def _month(word: str) -> str:
    return month_meant(word) or word
