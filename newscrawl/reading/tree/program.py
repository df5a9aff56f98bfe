"""What editors and templates leave in the text by mistake: shortcodes and pieces of program."""

from __future__ import annotations

import re

from newscrawl.record.pattern import lazy

_SHORTCODE = lazy(
    r"\[/?[a-z][a-z0-9_-]{1,30}(?:\s+[\w-]{1,30}\s?=\s?(?:\"[^\"]*\"|'[^']*'|“[^”]*”|”[^”]*”|[^\s\]\"'“”]+))+\s*/?\]"
    r"|\[/?(?:caption|irp|adrotate|embed|gallery|audio|video|playlist|sc|ads?|divider|vc_\w+|et_pb_\w+|su_\w+"
    r"|contact-form-7|wp_ad_camp_\d+|quads|the_ad|nextpage|more)\b[^\[\]]{0,80}\]"
)
_CAPTION = re.compile(r"\[caption\b[^\[\]]{0,300}\][^\[\]]{0,400}\[/caption\]")
_CALL = re.compile(
    r"\(function ?\(|=> ?\{|\bfunction ?\w* ?\(|\.push\(|\bdocument\.\w+\(|\bwindow\.\w+|googletag\."
    r"|adsbygoogle|\b(?:var|let|const) \w+ ?=|@(?:font-face|media|import)\b|\{ ?[\w-]+ ?: ?[^{}]{1,80};"
)
_SIGNS = "{}();="
_FEWEST_SIGNS, _SIGNS_A_SIGN = 4, 25
"""Signs of a program in a line, and characters for each: prose in brackets has fewer, and farther apart. Half
and twice change none of 290 pages."""


def without_program(line: str) -> str:
    """``line`` without shortcodes and the captions between them.

    Nothing is left of a line that is a piece of program or of a style sheet.
    """
    if "[" in line:
        line = _CAPTION.sub(" ", line) if "[caption" in line else line
        line = " ".join(_SHORTCODE.sub(" ", line).split())
    # To count six signs takes a tenth of what it takes to search for a call.
    signs = sum(map(line.count, _SIGNS))
    if signs >= _FEWEST_SIGNS and signs * _SIGNS_A_SIGN >= len(line) and _CALL.search(line):
        return ""
    return line
