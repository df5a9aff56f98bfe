"""Reporter codes that close a text: (mg-1/jae), [lus/aje], (Z-10), HT."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newscrawl import words
from newscrawl.reading.byline.names import is_person
from newscrawl.reading.byline.places import is_place
from newscrawl.reading.tree.measures import SHORT_NAME

if TYPE_CHECKING:
    from newscrawl.reading.tree.blocks import Block

_LAST_LINES = 4
"""Lines at the end of a text in which a code is looked for: sources, notes and a second code stand below it.
Half and twice change none of 73 pages."""

# A last bracket, with the signs and the video placeholder that may stand behind it.
_BRACKET = re.compile(r"[(\[]\s{0,3}([^()\[\]]{1,60}?)\s{0,3}[)\]][\s.*•●-]{0,6}$")
_PLACEHOLDER = re.compile(r"\s{0,3}\[Gambas:[^\[\]]{0,60}\]\s{0,3}$", re.IGNORECASE)
_BY_DESK = re.compile(
    r"(?:^\W{0,3}|(?<=[.!?\"”])\s)(?i:red(?:aksi)?)\s?[-–—_/]\s?([A-Za-z]{2,5}(?:/[A-Za-z]{2,5}){0,2})\W{0,3}$"
)
_CODE = re.compile(
    r"[A-Za-z]{1,10}\d{0,3}|[A-Za-z]{1,5}[-.]?\d{1,3}|[A-Za-z]{1,10}-[A-Za-z0-9]{1,4}|\d{1,2}[a-z]{1,4}"
    r"|[A-Za-z]{1,2}\d{1,3}-\d{1,3}[a-z]?"
)
_SLASHED = r"[a-z]{2,4}\d?(?:/[a-z]{2,4}\d?){1,3}"
_INITIALS_ALONE = re.compile(rf"[*\d\s–—-]{{0,6}}([A-Z]{{2,4}}|[a-z]{{2,4}}|{_SLASHED})[\s.*–—-]{{0,4}}")
# Codes right behind the last sentence, with a slash or behind a star: "... kata dia. ril/adi", "... *adi".
_CODES_BEHIND = re.compile(
    rf"[.!?\"”](?:(?:\s|\s?[*–—-]{{1,3}}\s?)(?={_SLASHED}\b)|\s?\*{{1,3}}(?=[a-z]))"
    rf"({_SLASHED}|[a-z]{{2,4}})[\s.*–—-]{{0,4}}$"
)
_CAPITALS_BEHIND = re.compile(r"[.!?][\"'”’]?\s+([A-Z]{3})\s{0,3}$")
"""Three capitals behind the end of the last sentence: "... kata dia. AZF"."""
_SENTENCE_END = re.compile(r"[.!?…\"'”’)\]*:]\s*$")
_DATE = re.compile(r"\d{1,2}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{2,4})?")
_NO_CODES = frozenset(words.texts("no_codes"))
_NOT_ALONE = frozenset(words.texts("no_codes", "alone"))
"""Words that are the code of somebody only beside another code: "[end/ian]"."""


def read_codes(blocks: Sequence[Block], *, site: Sequence[str] = ()) -> list[str]:
    """The codes that close the text of ``blocks``, in order.

    A code that has a line of its own counts wherever it stands, since widgets and further sections may
    follow it; otherwise only the last lines are read. The name of the page's own ``site`` is no code, and
    "REDAKSI-SaW" signs a text also where the page marks it as its byline.
    """
    kept = [block.text for block in blocks if block.kept]
    codes: list[str] = []
    for at, text in enumerate(kept):
        last = at >= len(kept) - _LAST_LINES
        if last or text[:1] in "([":
            codes += codes_in(text, last=last, closes=at == len(kept) - 1)
    ends = [block for block in blocks if block.kept or not block.reason.startswith("related")][-_LAST_LINES:]
    lines = [found[1] for block in ends if (found := _BY_DESK.search(block.text))]
    signed = [code for line in lines for code in line.split("/") if code.lower() not in _NO_CODES]
    codes = [found[1] if (found := _BY_DESK.search(code)) else code for code in codes]
    own = [code for code in codes if not (len(code) > 2 and any(code.casefold() == name for name in site))]
    return list(dict.fromkeys([*own, *signed]))


def codes_in(text: str, *, last: bool = True, closes: bool = False) -> list[str]:
    """The codes that end one line; without ``last`` only those with a slash on a line of their own count.

    Of the line that ``closes`` the text capitals behind the last sentence are one, too.
    """
    groups: list[str] = []
    rest = _PLACEHOLDER.sub("", text[-200:])
    while (match := _BRACKET.search(rest)) is not None and len(groups) < 3:
        before = rest[: match.start()]
        if not _closes(before, match[1]) or not (last or (not before.strip() and "/" in match[1])):
            break
        groups.insert(0, match[1])
        rest = before.rstrip()
    found = [code for group in groups for code in _codes(group)]
    if last and not rest.strip(" *•●") and found:
        return found
    alone = (_INITIALS_ALONE.fullmatch(rest) or _CODES_BEHIND.search(rest)) if last else None
    if alone is None and closes:
        alone = _CAPITALS_BEHIND.search(rest)
    if alone is not None and alone[1].lower() not in _NO_CODES:
        found = [*alone[1].split("/"), *found]
    return found


def closing_names(text: str) -> list[str]:
    """Full names in the bracket that ends ``text``: (Arief Setyadi ), (HENDI NURFALAH/B-6)."""
    match = _BRACKET.search(text[-200:])
    before = text[-200:][: match.start()] if match is not None else ""
    if match is None or (before.strip() and not _SENTENCE_END.search(before)):
        return []
    parts = (part.strip() for part in match[1].split("/"))
    return [part for part in parts if " " in part and is_person(part)]


def _closes(before: str, inside: str) -> bool:
    """Whether a bracket is an ending and no part of the sentence: "... kata dia. (mg-1/jae)"."""
    if _DATE.fullmatch(inside):
        return False
    if not before.strip() or _SENTENCE_END.search(before):
        return True
    parts = inside.split("/")
    return len(parts) > 1 and all(part.strip().islower() and len(part.strip()) <= 6 for part in parts)


def _codes(inside: str) -> Iterator[str]:
    """The codes in a bracket: no names behind a label ("Red: adi, ina"), no end of a shortcode ("/pdf")."""
    if ":" in inside or inside.startswith("/"):
        return
    parts = [part.strip(" *.–—-") for part in re.split(r"[/,]", inside)]
    refused = _NO_CODES - _NOT_ALONE if len(parts) > 1 else _NO_CODES
    for code in parts:
        is_town = len(code) > SHORT_NAME and code[0].isupper() and is_place(code)
        if _CODE.fullmatch(code) and code.lower() not in refused and not is_town:
            yield code
