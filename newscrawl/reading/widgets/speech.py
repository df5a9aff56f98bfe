"""What a site says to its readers, told by the words it is made of, in whatever order they stand.

The wordings of calls, offers and notices are without number; their words are few (``words/speech.tsv``). A
line is one where no word is left that says something of the article's matter, and where those that are there
ask the reader for something (to read on, pass on, join, pay), sell something, or tell how the article came
about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from newscrawl import words
from newscrawl.reading.tree.measures import FEWEST_BLANKS, LABEL, LONG_SENTENCE, NAME_WORDS
from newscrawl.reading.widgets import lines
from newscrawl.reading.widgets.running import NUMBERED

if TYPE_CHECKING:
    from newscrawl.reading.tree.blocks import Block

_TOKEN = re.compile(r"https?://\S+|[@#]?\w[\w.'’@+&/-]*|[^\w\s]")
_QUOTED = re.compile(r"[\"“][^\"“”]{3,80}[\"”]")
_QUOTES = frozenset('"“”')
_GOES_ON = (":", ",", ";", "?", ")")
_ENDINGS = ("nya", "mu", "lah", "kah", "ku")
_ASKS = frozenset(("read", "press", "go", "pass", "share", "follow", "get", "enlist"))
_ANYWHERE = frozenset(("follow",))
_CLEAR = frozenset(("read", "pass", "share", "follow", "get"))
_BEFORE_CALLS = frozenset(("opens", "reader"))
_WHERE = frozenset(
    (
        "point",
        "offer",
        "sub",
        "network",
        "medium",
        "place",
        "promo",
        "reader",
        "address",
        "handle",
        "link",
        "login",
    )
)
_SIGNS = frozenset(("own", "self")) | _WHERE
_PASSED = frozenset(("this", "own", "self", "handle"))
_PRAISE = frozenset(("promo", "reader"))
_HEADED = frozenset(("own", "made", "this", "promo"))
_ANSWERED = frozenset(("own", "self", "here", "link"))
_ELSEWHERE = frozenset(("network", "link", "here", "sub", "self"))
_ENLISTED = frozenset(("here", "link", "self", "sub"))
_OWN = frozenset(("own", "self"))
_OWN_ACCOUNT = frozenset(("self", "handle"))
"""The site's own account: a call to follow it may be a whole sentence."""
_NOT_BELOW = frozenset(("self", "network", "handle", "link"))
_MAIL, _HANDLE, _READER = frozenset(("mail", "handle")), frozenset(("handle",)), frozenset(("reader",))
_NUMBER, _ADDRESS, _SITE = frozenset(("number",)), frozenset(("address",)), frozenset(("address", "self"))

_LONGEST = 220
"""Bound: characters of a line that is read word by word; a longer one is prose on what sites do."""
_MOST_OTHER = 1
"""Words of any matter in a call with many signs of one: "Cek harga tiket pesawat promo di sini"."""
_MOST_IN_OPEN = 2
"""Such words in a call that no full stop ends: "Menangkan hadiah rupiah dengan mengikuti survei kami"."""
_MANY_SIGNS = 3
"""Kinds of signs of a call beside which such a word stands."""


@dataclass(slots=True)
class _Line:
    """What the words of a line are: their kinds, those that ask where a clause begins, and the rest."""

    kinds: set[str]
    asks: set[str] = field(default_factory=set)
    first: frozenset[str] = frozenset()
    other: int = 0
    names: int = 0
    stops: bool = False
    subject: bool = False
    """Whether its first word is one of the matter: a sentence is about what it begins with."""
    titled: bool = False

    def is_all_speech(self, most: int = _MOST_OTHER) -> bool:
        """Whether no word but names says something of the matter, or in a clear call one alone."""
        ends = self.stops and not self.kinds >= _OWN_ACCOUNT
        clear = not self.asks.isdisjoint(_CLEAR) and not ends and len(self.kinds & _SIGNS) >= _MANY_SIGNS
        return self.names <= NAME_WORDS and self.other <= (most if clear else 0)

    def is_open_call(self) -> bool:
        """Whether no full stop ends a call for what only a site has, with hardly a word of the matter."""
        asked = not self.asks.isdisjoint(_CLEAR) and not self.kinds.isdisjoint(_OWN)
        return (
            asked and not self.stops and not self.titled and max(self.other, self.names - 1) <= _MOST_IN_OPEN
        )


def drop(blocks: Sequence[Block], own: Iterable[str] = ()) -> None:
    """Drop, in place, each line of which all words are those of a site speaking to its readers.

    ``own`` are the names of the site, in lower case and run together. Items of a list of steps stay.
    """
    names = frozenset(own)
    for n, block in enumerate(blocks):
        if not block.kept or len(block.text) > _LONGEST:
            continue
        if NUMBERED.match(block.text) or (block.kind == "list_item" and _is_listed(blocks, n)):
            continue
        if is_said(block.text, linked=block.link_share > 0, own=names):
            # The writer's name or the day with a button behind it: what stands above is the deck.
            is_byline = lines.is_signature(block.text) or lines.is_dated(block.text)
            block.drop("byline" if is_byline else "said to readers", "widget")


def _is_listed(blocks: Sequence[Block], at: int) -> bool:
    """Whether another item stands right beside one."""
    beside = (*blocks[max(0, at - 1) : at], *blocks[at + 1 : at + 2])
    return any(block.kept and block.kind == "list_item" for block in beside)


def is_label(text: str) -> bool:
    """Whether a line begins with a label that asks to read, as in Javanese: "Waca uga: ..."."""
    label, colon, _ = text[:LABEL].partition(":")
    words_of = label.strip("([ ").split()
    return bool(colon) and 0 < len(words_of) <= NAME_WORDS and "read" in _known(words_of[0].lower())


def leads(text: str, share: float) -> bool:
    """Whether what stands before the link at the end only leads to it: "Kalau suka, coba baca juga ..."."""
    head = text[: round(len(text) * (1 - share))].rstrip()
    if not head or text.endswith(".") or text.count(" ", len(head) + 1) < FEWEST_BLANKS:
        return False
    line = _read(head, frozenset(), linked=True)
    announces = bool(line.asks) or (head.endswith(":") and not line.kinds.isdisjoint(_HEADED))
    return announces and line.other <= (_MOST_OTHER if head.endswith(":") else 0) and line.names <= NAME_WORDS


def is_said(text: str, *, linked: bool = False, own: frozenset[str] = frozenset()) -> bool:
    """Whether a line is a site's own speech: a call, an offer, a notice of how the article came about."""
    if " " not in text or (_is_prose(text) and "?" not in text):
        return False
    bare = _QUOTED.sub(" ", text)
    if not _QUOTES.isdisjoint(bare):
        return False
    line = _read(bare, own, linked=linked)
    is_about = line.stops and line.subject
    if (
        not is_about
        and line.is_all_speech()
        and (_asks(line, is_question=text.rstrip().endswith("?")) or _tells(line) or _sells(line))
    ):
        return True
    if len(text) <= LONG_SENTENCE and not text.endswith(_GOES_ON) and line.is_open_call():
        return True
    return _is_led(bare, own, linked=linked)


def _is_prose(text: str) -> bool:
    """Whether a line soon has more words of the matter than a call may have: a cheap test of all lines."""
    other = 0
    for word in text.split():
        if word.isalpha() and word.islower() and not _known(word):
            other += 1
            if other > _MOST_IN_OPEN:
                return True
    return False


def _is_led(text: str, own: frozenset[str], *, linked: bool) -> bool:
    """Whether a call stands behind a question, or with a colon before one: "Suka kopi? Daftar di sini"."""
    head, mark, rest = text.partition("?")
    if mark and rest.strip() and len(head) < LONG_SENTENCE:
        asked, called = _read(head, own, linked=False), _read(rest, own, linked=linked)
        if called.is_all_speech(most=0):
            if (
                _asks(called)
                or _sells(called)
                or (called.asks and called.kinds & (_OWN if asked.other else _ANSWERED))
            ):
                return True
            return not asked.other and _asks(asked, is_question=True)
        return False
    head, colon, rest = text.partition(":")
    if not colon or len(rest) > LONG_SENTENCE or not rest.rstrip().endswith("?"):
        return False
    called = _read(head, own, linked=linked)
    return called.is_all_speech(most=0) and "self" in called.kinds and _asks(called)


def _asks(line: _Line, *, is_question: bool = False) -> bool:
    """Whether a reader is asked to go, join or pass on, and it is said where, or for what of the site's."""
    kinds, asks = line.kinds, line.asks
    if asks & {"share", "follow"} or ("pass" in asks and _is_passed_on(kinds)):
        return True
    if is_question and "reaction" in kinds and ({"reader", "own"} <= kinds or "this" in kinds):
        return True
    if asks <= ({"enlist"} if kinds.isdisjoint(_ENLISTED) else set()):
        return False
    return _names_aim(line) or ("get" in asks and _takes_part(kinds))


def _names_aim(line: _Line) -> bool:
    """Whether it is said where readers are to go, or for what of the site's; below may stand the text."""
    kinds, asks = line.kinds, line.asks
    if "page" in kinds and kinds & {"below", "point", "number"}:
        return True
    if "below" in kinds and asks <= {"read"} and not kinds & _NOT_BELOW:
        return False
    where = kinds & _WHERE - (_PRAISE if line.titled else frozenset())
    if kinds & _OWN and (where or kinds >= _OWN or ("read" in asks and "made" in kinds)):
        return True
    if "read" in asks and {"point", "address"} <= kinds and not line.stops:
        return True
    return not asks.isdisjoint(("read", "get", "enlist")) and _is_elsewhere(kinds)


def _is_elsewhere(kinds: set[str]) -> bool:
    """Whether a video, a ticket or a network is behind a link."""
    return not kinds.isdisjoint(("medium", "network")) and not kinds.isdisjoint(("point", "link"))


def _takes_part(kinds: set[str]) -> bool:
    """Whether readers are to advertise, to write, to answer or to turn something on."""
    return (
        "ad" in kinds
        or ("self" in kinds and not kinds.isdisjoint(("number", "mail")))
        or {"reaction", "reader"} <= kinds
        or {"medium", "below"} <= kinds
    )


def _is_passed_on(kinds: set[str]) -> bool:
    """Whether it is the article that readers pass on, and no link or video in a list of steps."""
    return not kinds.isdisjoint(_PASSED) or ("reader" in kinds and kinds.isdisjoint(("place", "medium")))


def _tells(line: _Line) -> bool:
    """Whether it is told how the article came about, who may copy it, or who answers for it."""
    kinds = line.kinds
    if "made" in kinds and "not" not in kinds:
        if "address" in line.first or ("this" in kinds and kinds & {"own", "outlet"}):
            return True
        if kinds & {"guild", "ai"} and not line.stops:
            return True
    return bool(
        (kinds & {"duty", "rights"} and kinds & _OWN)
        or {"this", "own", "self"} <= kinds
        or ("rights" in kinds and kinds & {"medium", "this", "source"})
        or ("ad" in kinds and kinds & _OWN and not line.stops)
        or ("tech" in kinds and kinds & {"self", "reader", "place", "medium"})
    )


def _sells(line: _Line) -> bool:
    """Whether something is sold, or it is said where the newsroom is reached or where more stands."""
    kinds = line.kinds
    if {"own", "reader"} <= kinds and kinds & {"self", "promo", "sub", "offer", "point"}:
        return True
    if "sub" in kinds and (
        (line.asks & {"get", "enlist"} and kinds & _SIGNS - {"sub"}) or {"this", "own"} <= kinds
    ):
        return True
    if _offers_more(line) or ("bell" in kinds and line.asks and kinds & {"promo", "matter", "facts"}):
        return True
    return ("desk" in kinds and bool(kinds & {"number", "mail"})) or {"own", "mail"} <= kinds


def _offers_more(line: _Line) -> bool:
    """Whether a line begins with what the site has elsewhere, and says where: "Foto lengkapnya di sini"."""
    kinds, first = line.kinds, line.first
    if line.stops:
        return "medium" in first and {"point", "self"} <= kinds
    if ("point" in first and kinds & {"own", "matter"}) or {"page", "number", "point", "own"} <= kinds:
        return True
    if first & {"own", "medium", "matter"} and "point" in kinds and kinds & _ELSEWHERE:
        return True
    if {"own", "this", "here"} <= kinds or (
        "network" in kinds and kinds & {"there", "own"} and not line.names
    ):
        return True
    return ("own" in first and "sub" in kinds) or ("medium" in first and {"reader", "below"} <= kinds)


def _read(text: str, own: frozenset[str], *, linked: bool) -> _Line:
    line = _Line({"link"} if linked else set(), stops=text.rstrip(" )").endswith("."))
    line.titled = lines.is_headline(text) if text.strip() else False
    tokens = _TOKEN.findall(text)
    site = _named_at(tokens, own) if own else frozenset()
    opens = is_first = True
    for n, token in enumerate(tokens):
        if not token[0].isalnum() and token[0] not in "@#":
            opens = True
            continue
        bare = token.rstrip(".'’-/&+")
        of = _kinds_of(bare)
        if n in site:
            of = _SITE | (of & _HANDLE)
        if not of:
            line.subject = line.subject or is_first
            line.names += bare[0].isupper()
            line.other += not bare[0].isupper()
            if line.other > _MOST_IN_OPEN:
                break
        is_first = False
        line.kinds |= of
        line.first = of if n == 0 else line.first
        line.asks |= of & (_ASKS if opens else _ANYWHERE)
        opens = (opens and not of.isdisjoint(_BEFORE_CALLS)) or token.endswith(".") or "full" in of
    return line


def _named_at(tokens: Sequence[str], own: frozenset[str]) -> frozenset[int]:
    """Where the site is named, in capitals, as an address or an account, in a word or more: "Kabar Desa"."""
    found: set[int] = set()
    for n, token in enumerate(tokens):
        if token[0] == "@" and token[1:].lower().startswith(tuple(own)):
            found.add(n)
        if token.islower() and "." not in token:
            continue
        name = ""
        for size, part in enumerate(tokens[n : n + NAME_WORDS], 1):
            name += part.lower().rstrip(".")
            if name in own or name.partition(".")[0] in own:
                found.update(range(n, n + size))
    return frozenset(found)


def _kinds_of(bare: str) -> frozenset[str]:
    """The kinds of a word, in its plain form or with an ending, of an address, a handle or a number."""
    word = bare.lower().replace("’", "'")
    if "@" in word:
        return _MAIL | _known(word.partition("@")[0]) if "@" in word[1:] else _HANDLE
    if word.startswith("http"):
        return _ADDRESS
    if word[0] == "#":
        return _NUMBER | _known(word[1:])
    if word[0].isdigit():
        return _NUMBER
    return _ADDRESS if "." in word else _known(word)


@cache
def _words() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for entry in words.entries("speech"):
        found.setdefault(entry.text, set()).add(entry.kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}


@lru_cache(maxsize=4096)
def _known(word: str) -> frozenset[str]:
    """The kinds of a word in small letters, said once or twice, with or without an ending."""
    listed = _words()
    if word in listed:
        return listed[word]
    first, dash, second = word.partition("-")
    if dash and first in listed and (second.startswith(first) or second in _ENDINGS):
        return listed[first] | (_READER if second.endswith("mu") else frozenset())
    for ending in _ENDINGS:
        if word.endswith(ending) and word.removesuffix(ending) in listed:
            return listed[word.removesuffix(ending)] | (_READER if ending == "mu" else frozenset())
    return frozenset()
