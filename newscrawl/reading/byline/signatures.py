"""Who signed the text without a role word: a name below it or in its last bracket, or a note about him."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from newscrawl import words
from newscrawl.reading.byline import roles
from newscrawl.reading.byline.codes import closing_names
from newscrawl.reading.byline.names import names_in
from newscrawl.reading.byline.places import is_place
from newscrawl.reading.tree.measures import NEAR, SENTENCE
from newscrawl.reading.tree.text import fold

if TYPE_CHECKING:
    from newscrawl.reading.tree.blocks import Block


_NAME = r"[A-Z][\w.'’-]{0,20}(?: [A-Z][\w.'’-]{0,20}){1,4}"
_DESK = rf"(?i:{words.alternatives('no_codes', 'word')})"
# "Sari Wulandari", "Sari Wulandari – Humas", "Red/Sari Wulandari".
_ALONE = re.compile(rf"[-–—*~\s]{{0,4}}(?:{_DESK}\s?[/–-]\s?)?({_NAME})(?:\s?[/–-]\s?{_DESK})?[\s*~.]{{0,3}}")
# "*) Sari Wulandari, Ketua Forum Guru", "Penulis adalah Sari Wulandari, dosen ...".
_NOTE = re.compile(
    rf"(?:[(\s]{{0,2}}\*{{1,3}}[)\s]{{0,3}}(?:[Pp]enulis(?: adalah)?,? )?"
    rf"|\(?[Pp]enulis(?: adalah|,| ini,) )({_NAME})(?:,| adalah | merupakan | \()"
)
# "(Sari Wulandari, relawan hutan, Desa Lereng)" on a line of its own.
_IN_BRACKETS = re.compile(rf"\(({_NAME}), ?[^()\d]{{3,80}}\)[\s.]{{0,3}}")
# "Dr. Sari Wulandari, M.Si., dosen Universitas Lereng" as the last line.
_WITH_JOB = re.compile(
    rf"[-–—\s]{{0,3}}({_NAME}),(?: [A-Z][\w.]{{1,9}},){{0,3}} (?i:{words.alternatives('not_names', 'job')})\b"
    r"[^.,!?:;\d]{2,80}"
)
# "Reporter Sari Wulandari melaporkan untuk Radio Lereng." as the last line.
_SIGNS_OFF = re.compile(
    rf"(?:(?i:{roles.PLACED}),? )?({_NAME}),? (?:melaporkan|mewartakan)"
    r"(?: langsung)?(?: (?:dari|untuk) [^.,!?:;\d]{2,60}){1,2}[.\s]{0,3}"
)
_BEHIND_MARK = re.compile(rf"(?:\(\*{{1,3}}\)|(?<=[.!?”\"])\s?[*/~]{{1,3}})\s?({_NAME})[\s.~]{{0,3}}$")
"""A name behind the mark that closes a text: "... depan. (*) Sari Wulandari", "... depan. / Sari W."."""
_SIGNED = ("byline", "signature")
"""Why a line is left out of the text that may sign it: lines of comments and related links sign nothing."""

_BELOW_TEXT, _BUTTONS = "among widgets below the text", "share buttons"
"""Why a line is left out that stands among widgets, and what may part a signature from the text."""

_GREETINGS = frozenset(words.texts("not_names", "greeting"))
_SENTENCE = re.compile(r"[.!?…][\s\"'”’)\]*]{0,4}$")


def signatures(blocks: Sequence[Block], *, outlets: Sequence[str] = (), edited: bool = False) -> list[str]:
    """The first name that signs the text; whom the text speaks of has not signed it.

    With ``edited`` the page names an editor, and names in brackets count no more: they are his.
    """
    kept = [at for at, block in enumerate(blocks) if block.kept]
    if not kept:
        return []
    near = range(kept[-1], min(len(blocks), kept[-1] + NEAR))
    if len(kept) > 1 and _says_where(blocks[kept[-1]].text):
        near = range(kept[-2], near.stop)
    marked = _BEHIND_MARK.search(blocks[kept[-1]].text)
    closing = [(kept[-1], marked[1].rstrip("."))] if marked else []
    for at, name in (*closing, *_alone(blocks, near), *_in_notes(blocks, near)):
        named = names_in(name, outlets=outlets)
        title = name.removesuffix(named[0]).rstrip() if len(named) == 1 else name
        is_name = not title or (title.endswith(".") and title != name and " " not in title)
        if (
            is_name
            and name.split()[0].casefold() not in _GREETINGS
            and not _is_spoken_of(named[0], blocks, at)
        ):
            return named
    if edited:
        return []
    return [
        name
        for name in closing_names(blocks[kept[-1]].text)
        if not (_is_topic(name, blocks) or _is_spoken_of(name, blocks, kept[-1]))
    ]


def drop_signature(blocks: Sequence[Block], names: Sequence[str]) -> None:
    """Drop, in place, the last line of the text where it is nothing but one of ``names``, who signed it."""
    last = next((block for block in reversed(blocks) if block.kept), None)
    if last is not None and (found := _ALONE.fullmatch(last.text)) and fold(found[1]) in map(fold, names):
        last.drop("signature", "widget")


def is_related(block: Block) -> bool:
    """Whether a line was left out because it leads to another article."""
    return not block.kept and block.reason.startswith("related")


def _says_where(text: str) -> bool:
    """Whether a line is where the writer of a letter lives: "Muara Kecil, Jakarta Utara"."""
    parts = [part.strip() for part in text.split(",")]
    return len(text) <= SENTENCE and any(map(is_place, parts)) and _SENTENCE.search(text) is None


def _alone(blocks: Sequence[Block], near: range) -> Iterator[tuple[int, str]]:
    """Names that have a line of their own behind a sentence, in capitals or not, also with a job."""
    for at in near:
        found = _ALONE.fullmatch(blocks[at].text) or _WITH_JOB.fullmatch(blocks[at].text)
        before = next((block for block in reversed(blocks[:at]) if block.kept), None)
        if found is None or before is None or blocks[at].kind in ("caption", "embed", "list_item"):
            continue
        if not (blocks[at].kept or blocks[at].reason in _SIGNED or _stands_behind_buttons(blocks, at)):
            return
        closed = before.kind == "paragraph" and _SENTENCE.search(before.text) is not None
        if found[1].isupper() or (closed and blocks[at].link_share == 0):
            yield at, found[1].rstrip(".")


def _stands_behind_buttons(blocks: Sequence[Block], at: int) -> bool:
    """Whether nothing but buttons to share the text stand between that and a line left out below it."""
    between = takewhile(lambda block: not block.kept, reversed(blocks[:at]))
    reasons = [block.reason for block in between]
    is_left_over = blocks[at].reason == _BELOW_TEXT
    return is_left_over and bool(reasons) and all(reason.startswith(_BUTTONS) for reason in reasons)


def _in_notes(blocks: Sequence[Block], near: range) -> Iterator[tuple[int, str]]:
    """Names that begin a note about the writer: behind an asterisk, called the writer, in brackets, or in the
    sentence with which a reporter takes leave."""
    for at in range(max(0, near.start - 1), near.stop):
        text = blocks[at].text
        found = _NOTE.match(text) or _IN_BRACKETS.fullmatch(text) or _SIGNS_OFF.fullmatch(text)
        if found is not None:
            yield at, found[1]


def _is_topic(name: str, blocks: Sequence[Block]) -> bool:
    """Whether the text writes every word of ``name`` small: a topic or a rubric, "(Bibit Bakau)"."""
    said = {word for block in blocks if block.kept for word in block.text.split() if word.islower()}
    small = {word.strip(".,;:!?\"'()”“") for word in said}
    return all(word.lower() in small for word in name.split())


def _is_spoken_of(name: str, blocks: Sequence[Block], at: int) -> bool:
    wanted = f" {fold(name)} "
    others = (block for index, block in enumerate(blocks) if index != at and block.kept)
    return any(wanted in f" {fold(block.text)} " for block in others)
