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
# Mark-up that a reader sees, as it was escaped: only tags that editors and their tools write.
_TAG = re.compile(
    r"</?(?:iframe|script|style|p|br|div|span|font|center|strong|em|b|i|u|a|img|ins|blockquote|figure|h[1-6]"
    r"|ul|ol|li|table|tr|td)(?:[ /][^<>]{0,1000})?>|<!--[^<>]{0,300}-->"
)
_MARKED_UP = ("</", "<br", "<!--", '="', "='")
_FEWEST_WORDS = 3
"""Words of prose before a bracket; a rule of a style sheet names fewer elements."""
_SIGNS = "{}();="
_FEWEST_SIGNS, _SIGNS_A_SIGN = 4, 25
"""Signs of a program in a line, and characters for each: prose in brackets has fewer, and farther apart. Half
and twice change none of 290 pages."""


def without_program(line: str) -> str:
    """``line`` without shortcodes, the captions between them, and tags that were escaped.

    Nothing is left of a line that is a piece of program or of a style sheet.
    """
    if "[" in line:
        line = _CAPTION.sub(" ", line) if "[caption" in line else line
        line = " ".join(_SHORTCODE.sub(" ", line).split())
    # A lone name in brackets is spoken of: "Gunakan tag <table> untuk tabel."
    if "<" in line and any(map(line.__contains__, _MARKED_UP)):
        line = " ".join(_TAG.sub(" ", line).split())
    if line[-1:] == "}" and ":" in line and (line[0] in ".#@" or _is_rule(line)):
        return ""
    # To count six signs takes a tenth of what it takes to search for a call.
    signs = sum(map(line.count, _SIGNS))
    if signs >= _FEWEST_SIGNS and signs * _SIGNS_A_SIGN >= len(line) and _CALL.search(line):
        return ""
    return line


def _is_rule(line: str) -> bool:
    """Whether a line is a rule of a style sheet: a name or two of elements before what is set for them."""
    names, bracket, _ = line.partition("{")
    return bool(bracket) and names.islower() and len(names.split()) < _FEWEST_WORDS
