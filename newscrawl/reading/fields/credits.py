"""Who made a picture, as its caption or an element beside it says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawl import words

if TYPE_CHECKING:
    from collections.abc import Callable

_LABEL = rf"(?:{words.patterns('pictures', 'credit label')})\s?\.?\s?"
_LABELLED = re.compile(
    rf"(?:(?:^|[(\[]|[.,;]\s)\s?{_LABEL}[:/]|\b{_LABEL}:)\s?(?P<name>[^()\[\]]{{2,70}}?)\s{{0,3}}[)\]]?\s{{0,3}}\.?$",
    re.IGNORECASE,
)
_BARE_LABEL = re.compile(rf"^{_LABEL}[:/]\s?", re.IGNORECASE)
_ARCHIVE = re.compile(
    rf"(?:^|[(\[]|[.!?]\s)\s?(?:{words.patterns('pictures', 'archive')})[.:/]?\s?"
    r"(?P<name>[\w@][^()\[\]:]{1,60}?)[)\]]?$",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"(?:©|\(c\))\s?(?:\d{4}\s)?(?P<name>[^()©]{2,60}?)\s*\.?$", re.IGNORECASE)
_SLASH = re.compile(r"\s/\s?(?P<name>[^/()]{2,60}(?:/[^/()]{2,40})?)$")
# An agency and a name behind the last sentence: "... usai laga. REUTERS/Nama Pemotret".
_BEHIND = re.compile(r"[.!?]\s(?P<name>[A-Z][\w-]{1,20}(?: [A-Z]\w{1,15})?/[A-Z][^./()]{2,40})\.?$")
_BRACKETS = re.compile(r"[(\[](?P<name>[^()\[\]]{2,70})[)\]]\s*\.?$")
_CREDIT_WORD = re.compile(words.patterns("pictures", "credit word"), re.IGNORECASE)
_AGENCY = re.compile(rf"(?:{words.patterns('pictures', 'agency')})\.?", re.IGNORECASE)
_NAMED = re.compile(r"[A-Z@][\w.'’@&-]*(?:(?: ?[/,|] ?| [&-] | )(?:[A-Z@][\w.'’@&-]*|dan|of|the|bin)){0,8}")
_ADDRESS = re.compile(
    r"@[\w.]{2,40}|(?:[\w ]{2,20}[:/] ?)?(?:https?://)?[\w-]{2,30}(?:\.[\w-]{2,20}){1,3}(?:/\S{0,80})?"
)
_ENDS = " .,:;/-"
_MOST_WORDS = 6


def credit_of(caption: str | None, *, known: Callable[[str], bool] | None = None) -> str | None:
    """Photographer or agency in a caption: "(foto: X)", "Foto: X/Y", "© X", ".../ANTARA FOTO", "(X)".

    Names in plain brackets may be those of someone in the picture: of a caption's subject the article tells,
    of its maker hardly ever. ``known`` tells whether the article's text has a wording.
    """
    if not caption:
        return None
    text = caption[-200:]
    for pattern in (_LABELLED, _COPYRIGHT, _ARCHIVE, _SLASH, _BEHIND):
        if (match := pattern.search(text)) is not None and not _is_whole(match):
            return _bare(match["name"])
    match = _BRACKETS.search(text)
    if match is not None and not match["name"][:1].isdigit() and _is_maker(match["name"], known):
        return _bare(match["name"])
    return caption if is_credit(caption) else None


def is_credit(text: str) -> bool:
    """Whether a whole line says nothing but who made a picture: an agency, an account, an address."""
    return _AGENCY.fullmatch(text) is not None or _ADDRESS.fullmatch(text) is not None


def may_be_credit(text: str) -> bool:
    """Whether a line beside a caption can be the credit: names of people or agencies, no sentence."""
    return is_credit(text) or (
        _NAMED.fullmatch(text.strip("()[] ")) is not None and text.count(" ") < _MOST_WORDS
    )


def without_label(text: str) -> str | None:
    """A credit that stands in an element of its own, without the label before it and signs around it."""
    text = _BARE_LABEL.sub("", text.strip("()[] "))
    return _bare(re.sub(r"^(?:©|\(c\))\s?", "", text))


def _is_whole(match: re.Match[str]) -> bool:
    """Whether a caption is a label and a name, and no more: "Foto: X" says as often who is in the picture."""
    return match.start() == 0 and match.re is _LABELLED and not _CREDIT_WORD.search(match["name"])


def _is_maker(name: str, known: Callable[[str], bool] | None) -> bool:
    if _CREDIT_WORD.search(name):
        return True
    return known is not None and _NAMED.fullmatch(name) is not None and not known(name)


def _bare(name: str) -> str | None:
    return name.strip(_ENDS) or None
