"""The dateline: place and source at the start of the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from newscrawl import words
from newscrawl.reading.byline.outlets import CAMEL, OUTLET_WORD, is_joined_outlet
from newscrawl.reading.byline.places import is_place, place_before
from newscrawl.reading.dates.words import WEEKDAY_NAMES
from newscrawl.reading.tree.measures import NAME_WORDS, NEAR, SENTENCE, SHORT_NAME
from newscrawl.record.pattern import lazy

if TYPE_CHECKING:
    from newscrawl.reading.tree.blocks import Block

LONGEST = 90
"""Characters of a text in which its dateline ends, or of one on a line of its own, places, outlets and dates
included; a dash behind is the sentence's. Half and twice change none of 73 pages."""
_MOST_ENDS = 4
"""Bound: dashes, colons and full stops that may end a dateline: place, outlet, day and a shortened word have
one each."""
_DASH = r"[-–—―−‒]"
# What may end a dateline: dashes with a blank on a side, a dash right before the first word, a colon, a
# semicolon, a bar, a full stop.
_END = lazy(
    rf"\s{{0,3}}{_DASH}{{2,3}}\s{{0,3}}|\s{{1,3}}{_DASH}\s{{0,3}}|{_DASH}\s{{1,3}}|{_DASH}(?=[A-Z\"“‘'])"
    r"|\s{0,3}[:;]\s{1,3}|:(?=[A-Z\"“])|\.\s{0,2}-{1,2}\s{0,3}|\.\s{1,3}|\s{0,3}\|\s{0,3}"
)
_BLANK_DASH = re.compile(rf"\s{_DASH}{{1,3}}\s")
_BRACKETED = re.compile(r"\(([^()]{2,40})\)")
# An outlet in brackets before the place: "(Kabar.id) Palu,- ".
_BRACKET_FIRST = re.compile(r"[(\[]([^()\[\]]{2,40})[)\]][\s,]{0,3}")
# The day between the place and what ends the dateline: "Kota, 5 Maret 2025 - ", "Kota, Rabu (5/3) - ",
# "KOTA, RABU - ".
_DATE = r"\d{1,2}(?:\s{1,2}[A-Za-z]{3,9}|[/.-]\d{1,2})(?:[\s/.-]\d{2,4})?"
_WEEKDAY = rf"(?i:{'|'.join(sorted(WEEKDAY_NAMES))})"
_DAY = lazy(
    r"(?P<before>[A-Z][\w.'’-]*(?:[\s,]{1,2}[A-Z][\w.'’-]*){0,4}?)(?:,\s{0,2}|\s{1,2})"
    rf"(?:{_WEEKDAY},?\s{{1,2}}(?:\({_DATE}\)|{_DATE})|{_WEEKDAY}|\({_DATE}\)|{_DATE})"
    rf"(?=\s{{0,3}}(?:[(|]|{_DASH}|/[A-Z]|$))"
)
# A wire's name between slashes: "KOTA, Negara, 5 Maret 2025 /PRNewswire/ -- ".
_SLASHED = lazy(rf"\s/([A-Z]\w{{2,20}})/(?=\s{{0,3}}{_DASH})")
_PARTS = lazy(
    rf"\s{{0,3}}[,|\[\];]\s{{0,3}}|\s{{1,3}}{_DASH}\s{{0,3}}|{_DASH}\s{{1,3}}"
    rf"|(?<=\.[A-Z]{{2}}){_DASH}|(?<=[A-Z]{{3}}){_DASH}(?=[A-Z][a-z])"
)
_DOMAIN_NAME = r"[\w-]{1,63}(?:\.[\w-]{1,63})?\.(?:com|co\.id|or\.id|id|net|co|tv|news|asia|info|org|me)"
_DOMAIN = lazy(_DOMAIN_NAME, re.IGNORECASE)
_DOMAIN_START = lazy(rf"{_DOMAIN_NAME}(?=\s*,|\s)", re.IGNORECASE)
_PLACE_SHAPE = re.compile(r"[A-Z][\w.'’-]*(?:\s+(?:[A-Z][\w.'’-]*|di|ke|dan)){0,3}")
_RUBRICS = frozenset(words.texts("no_places", "rubric"))
_NAME = r"[A-Z][\w'’]{2,20}(?: [A-Z][\w'’]{2,20}){0,2}"
# A place that no list has, with what may stand behind it: "Desa, Provinsi – ", "Desa (KW) (4/6) – ".
_UNKNOWN_PLACE = lazy(
    rf"(?P<place>{_NAME})(?:,\s?(?P<around>{_NAME})(?!\w))?"
    r"(?:(?:,\s?|\s?[(\[])(?P<short>[A-Z]{2,4})[)\]]?)?(?:\s?\(\d{1,2}/\d{1,2}(?:/\d{2,4})?\))?"
    rf"(?:\s{{0,2}}{_DASH}{{1,3}}\s{{1,2}}|(?P<colon>:)\s)(?=[A-Z\"“])"
)
_BEFORE_PLACE = words.alternatives("before_places")
_FEWEST_WORDS = 5
"""Words between a place's comma and the next: fewer are an apposition ("Bali, Pulau Dewata")."""

_AUTHORITIES = frozenset(words.texts("outlets", "authority"))
_BEFORE_PLACE_NAMES = frozenset(words.texts("outlets", "before a place"))
_VILLAGE = "desa"
"""The part of addresses under which villages have their sites: "lereng.desa.id"."""

_OF_STATE = ("kota", "kab")
"""How the names of places begin under "go.id": "kotalereng.go.id"."""

_OFFICES = frozenset(words.texts("outlets", "office"))
_NO_PLACES = frozenset((*words.texts("no_places"), *WEEKDAY_NAMES))


@dataclass(frozen=True, slots=True)
class Dateline:
    """``place`` as written ("Beijing, China"), ``source`` the agency or site ("ANTARA", "afederasi.com")."""

    place: str | None = None
    source: str | None = None

    def __bool__(self) -> bool:
        return self.place is not None or self.source is not None


def find_dateline(blocks: Sequence[Block], *, site: Sequence[str] = ()) -> Dateline:
    """The dateline of a text: of its first line, or of the next where a summary or byline comes first.

    ``site`` are the names of the page's own site, its host among them.
    """
    kept = [block for block in blocks if block.kept]
    texts = [block.text for block in kept]
    for at, text in enumerate(texts[:NEAR]):
        # The first cell of a row below the first line is what the row is about: a place and its figures.
        if at and kept[at].kind == "table_row":
            continue
        found = read_dateline(text, site=site) or _named_later(text, texts, site)
        # Behind a sentence a place alone on its line heads an item: of a forecast, a list of times.
        if found and not (at and found.place == text.strip() and texts[at - 1].endswith((".", ":"))):
            return found
    return Dateline()


def _named_later(text: str, texts: Sequence[str], site: Sequence[str]) -> Dateline:
    """A place that no list has, before a dash: the text speaks of it as one ("di Ratatotok"), or the site's
    initials stand behind it. Before a colon, as those of talks have names, it is in capitals too."""
    match = _UNKNOWN_PLACE.match(text)
    if match is None or any(word.casefold() in _NO_PLACES for word in match["place"].split()):
        return Dateline()
    place, around, short = match["place"], match["around"], match["short"]
    if around is not None and not is_place(around):
        return Dateline()
    spoken = re.compile(rf"\b(?:{_BEFORE_PLACE})\s{re.escape(place)}\b", re.IGNORECASE)
    is_spoken = any(spoken.search(other) for other in texts)
    if match["colon"] and not (is_spoken and place.isupper()):
        return Dateline()
    if not is_spoken and (short is None or short.casefold() not in site):
        return Dateline()
    if short is not None and is_place(short):
        around, short = short, None
    return Dateline(f"{place}, {around}" if around else place, short)


def read_dateline(text: str, *, site: Sequence[str] = ()) -> Dateline:
    """The dateline that ``text``, the first line of a body, begins with.

    Read are a place, an outlet, or both in either order, divided by commas, brackets, bars or dashes, and
    ended by a dash, a colon or a full stop; "Liputan6.com, Jakarta" may do without an end, and a known place
    may be parted from the sentence by a comma. Letters from
    Unicode's mathematical alphabets count as the letters they picture.
    """
    start = unicodedata.normalize("NFKC", text[: 2 * LONGEST]).lstrip(" \"'“”*")
    if (first := _BRACKET_FIRST.match(start)) is not None:
        rest = start[first.end() :]
        start = f"{first[1]}, {rest}" if rest[:1].isalpha() else f"{first[1]} {rest}"
    if not start[:1].isalnum():
        return Dateline()
    start = _SLASHED.sub(r" (\1)", start, count=1)
    if (dated := _DAY.match(start)) is not None:
        start = dated["before"] + start[dated.end() :]
    for head, end, rest in _heads(start):
        found = _read_head(head, end, rest, site)
        if found and found.place is None and end:
            # "detikcom - Jakarta, Sebuah gudang ...": the place behind the outlet ends at its comma.
            return Dateline(_before_comma(rest, text).place, found.source)
        if found:
            return found
    return _open_ended(start) or _before_comma(start, text)


def _heads(start: str) -> Iterator[tuple[str, str, str]]:
    """What could be a dateline, what ends it, and the text behind; the longest first.

    "posmetro.co –Jakarta: " ends at its colon, not at its dash.
    """
    if len(start) <= LONGEST:
        yield start.removesuffix(".-").rstrip(" -–—―"), "", ""
    ends = islice(_END.finditer(start, 2, LONGEST), _MOST_ENDS)
    for end in reversed(list(ends)):
        if _is_doubled(start, end) or _cuts_word(start, end):
            continue
        yield start[: end.start()], end.group().strip(), start[end.end() :]


def _cuts_word(start: str, end: re.Match[str]) -> bool:
    """Whether a dash within a word would end what another ended before: "Kabar.id - Sari Amalia-Putri"."""
    parts = _BLANK_DASH.split(start[: end.start()])
    return len(end.group()) == 1 and end.group() not in ":;.|" and len(parts) > 1 and not is_place(parts[-1])


def _is_doubled(start: str, end: re.Match[str]) -> bool:
    """Whether a dash joins a word that is said twice: "Festival Layang-Layang"."""
    before, behind = start[: end.start()].split()[-1:], start[end.end() :].split()[:1]
    return not end.group().strip("-") and [word.strip(".,;:") for word in behind] == before


def _read_head(head: str, end: str, rest: str, site: Sequence[str]) -> Dateline:
    bracketed = _BRACKETED.search(head)
    parts = [part for part in _PARTS.split(_BRACKETED.sub(" ", head).strip(" ,")) if part.strip()]
    parts = [" ".join(part.split()) for part in parts]
    if not 0 < len(parts) <= 3 or any(len(part) > 40 or not part[0].isalnum() for part in parts):
        return Dateline()
    if bracketed is not None:
        return _with_bracket(parts, bracketed[1].strip(), site)
    outlets = _outlets(parts, site)
    places = [part for part in parts if part not in outlets]
    if len(outlets) > 1 or not _may_end(end, places, outlets, rest):
        return Dateline()
    if not all(_may_be_place(place, beside_outlet=bool(outlets)) for place in places):
        return Dateline()
    if not outlets and not all(is_place(place) for place in places) and len(places) > 1:
        return Dateline()
    return Dateline(", ".join(places) or None, _without_echo(outlets[0]) if outlets else None)


def _with_bracket(parts: list[str], inside: str, site: Sequence[str]) -> Dateline:
    known = any(is_place(part) for part in parts)
    named = _is_outlet(inside, site) or (known and inside[:1].isalpha())
    if len(parts) == 1 and is_place(inside) and not known and _is_outlet(parts[0], site):
        return Dateline(inside, parts[0])
    fits = all(_may_be_place(part, beside_outlet=True) and not _DOMAIN.search(part) for part in parts)
    return Dateline(", ".join(parts), inside) if named and fits else Dateline()


def _outlets(parts: list[str], site: Sequence[str]) -> list[str]:
    """The parts that name an outlet: those with a domain, else those that look like one and are no place."""
    with_domain = [part for part in parts if _DOMAIN.search(part)]
    if with_domain:
        return with_domain
    known = [part for part in parts if is_place(part)]
    others = [part for part in parts if part not in known]
    if offices := [part for part in others if part.casefold() in _OFFICES]:
        return offices
    likely = [part for part in others if _is_outlet(part, site) or (known and CAMEL.search(part))]
    if not likely and len(parts) == 2 and len(known) == 1:
        other = next(part for part in parts if part not in known)
        is_short = len(other) <= SHORT_NAME and other.isalpha()
        return [other] if other.isupper() and (is_short or not known[0].isupper()) else []
    return likely


def _is_outlet(part: str, site: Sequence[str]) -> bool:
    parts = part.split()
    if len(parts) > NAME_WORDS or any(word.casefold() in _RUBRICS for word in parts):
        return False
    if _DOMAIN.search(part) or OUTLET_WORD.search(part):
        return True
    folded = "".join(parts).casefold()
    named = len(folded) > 2 and any(folded in name for name in site) and not _is_place_of(folded, site)
    return named or any(map(is_joined_outlet, parts))


def _is_place_of(folded: str, site: Sequence[str]) -> bool:
    """Whether the site is called by the place: of an authority ("lerengkab", "polres-lereng"), a village
    ("lereng.desa.id"), or a paper that has a word for papers before it ("beritalereng")."""
    if folded in site and (_VILLAGE in site or ("go" in site and folded.startswith(_OF_STATE))):
        return True
    before = (name.removesuffix(folded).strip("-") for name in site if name.endswith(folded))
    rests = (name.replace(folded, "", 1).strip("-") for name in site if folded in name)
    return not _AUTHORITIES.isdisjoint(rests) or not _BEFORE_PLACE_NAMES.isdisjoint(before)


def _may_be_place(part: str, *, beside_outlet: bool) -> bool:
    if is_place(part):
        return True
    if _DOMAIN.search(part) or not _PLACE_SHAPE.fullmatch(part):
        return False
    if any(word.casefold() in _NO_PLACES for word in part.split()):
        return False
    return beside_outlet or part.isupper()


def _may_end(end: str, places: list[str], outlets: list[str], rest: str) -> bool:
    """Whether a dateline of these parts may end so: a full stop, colon or bar only behind what is known.

    Beside an outlet in capitals that is known, or has a domain, any place is, before a full stop in capitals.
    """
    known = [place for place in places if is_place(place)]
    if end in (".", ":") and _is_sure(outlets) and (end == ":" or all(map(str.isupper, places))):
        known = places
    if end == "":
        return bool(outlets and places) or bool(known)
    if end == ".":
        return len(known) == len(places) and (bool(known) or OUTLET_WORD.fullmatch(outlets[0]) is not None)
    if end in (":", ";", "|"):
        return len(known) == len(places) and (bool(known) or outlets[0].isupper())
    if rest and not rest.lstrip(" \"'“‘(").startswith(tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789@#")):
        return bool(outlets) or (bool(known) and places[0].isupper())
    return True


def _is_sure(outlets: list[str]) -> bool:
    """Whether what stands for an outlet is one for certain: in capitals, and known or with a domain."""
    return any(
        part.isupper() and (_DOMAIN.search(part) or OUTLET_WORD.fullmatch(part)) is not None
        for part in outlets
    )


def _open_ended(start: str) -> Dateline:
    """An outlet's domain, a comma, and perhaps a known place, with nothing between it and the text."""
    match = _DOMAIN_START.match(start)
    if match is None:
        return Dateline()
    rest = start[match.end() :].lstrip()
    if not rest.startswith(","):
        return Dateline(None, match.group()) if rest[:1].isupper() else Dateline()
    rest = rest[1:].lstrip()
    return Dateline(place_before(rest), match.group()) if rest[:1].isupper() else Dateline()


def _before_comma(start: str, text: str) -> Dateline:
    """A known place and a comma before a sentence: "Jayapura, Dinas Kesehatan ..."; no list or apposition."""
    place = place_before(start)
    rest = start[len(place) :] if place else ""
    if not rest.startswith(", ") or len(text) < SENTENCE or not rest[2:].lstrip("\"“‘'")[:1].isupper():
        return Dateline()
    if place_before(rest[2:]) or len(rest[2:].partition(",")[0].split()) < _FEWEST_WORDS:
        return Dateline()
    return Dateline(place)


def _without_echo(outlet: str) -> str:
    """An outlet that a template prints twice ("Otosia.com Otosia.com") once."""
    parts = outlet.split()
    return parts[0] if len(set(parts)) == 1 else outlet
