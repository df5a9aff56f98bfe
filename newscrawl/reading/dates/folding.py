"""One spelling for the many ways a date line is typed."""

from __future__ import annotations

import html
import unicodedata

LONGEST_LINE = 250
"""Characters of a folded line; longer text is prose and no date line."""

_LONGEST_SOURCE = 4 * LONGEST_LINE
"""Characters read at all: templates indent date lines deeply."""


def _table() -> dict[int, str | None]:
    pairs = {
        "'": "‘’‚‛ʹʻʼʽˈ׳`´′＇",
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


def fold(text: str) -> str | None:
    """``text`` in lower case and plain characters with single blanks; None where it is no date line.

    Compatibility characters (mathematical bold, full width, Arabic digits) become ASCII, typographic
    apostrophes and dashes their plain forms, bullets a bar; HTML and JSON escapes are undone.
    """
    source = text[:_LONGEST_SOURCE]
    if "&" in source:
        source = html.unescape(html.unescape(source))
    if "\\" in source:
        source = source.replace("\\/", "/").replace("\\'", "'")
    if not source.isascii():
        source = unicodedata.normalize("NFKC", source.translate(_TABLE)).translate(_TABLE)
    folded = " ".join(source.lower().split())
    return folded if 0 < len(folded) <= LONGEST_LINE else None
