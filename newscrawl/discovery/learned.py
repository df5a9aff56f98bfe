"""The shapes of a site's article addresses, learned from what names articles.

An address has a shape: its host, its path with numbers, headlines and codes left open, and the names in its
query. ``https://kabar.example/berita/4711/panen-raya`` is ``kabar.example/berita/N/*``. What feeds, news
sitemaps, cards and earlier crawls call articles says which shapes are those of articles.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from urllib.parse import parse_qsl, unquote, urlsplit

NUMBER, YEAR, WORDS, CODE, WORD = "N", "Y", "*", "CODE", "WORD"
NUMBERED, WITH_NUMBER = f"{NUMBER}-{WORDS}", f"{WORDS}-{NUMBER}"

ENOUGH = 3
"""So much evidence makes a shape one of articles: one odd link is none, three alike are a habit."""

NAMED = 2
"""How much it counts that a list of articles alone names an address; a card counts one."""

READ = ENOUGH
"""A page that was read and is an article says all that there is to say."""

_JUDGED = 5
_GOOD = 0.25
"""A shape of which fewer than a quarter of the first pages read were articles is none of articles."""

_TELLING = frozenset((NUMBER, YEAR, WORDS, CODE, NUMBERED, WITH_NUMBER))
_LONGEST_NAME = 25
_YEAR = re.compile(r"(?:19|20)\d\d")
_LETTERS = re.compile(r"[^\W\d_]+")
_CODE_LENGTHS = range(4, 41)
_CAPITAL_INSIDE = re.compile("[a-z][A-Z]")
_ENDING = re.compile(r"\.(?:html?|php|aspx?|jsp|shtml)$", re.IGNORECASE)
_BEYOND_LATIN = re.compile(r"[\u0250-\U0010ffff]{2}")


def shape_of(url: str) -> str:
    """The shape of an address: ``kabar.example/read?id=N``.

    ``N`` stands for a number, ``Y`` for a year, ``*`` for several words, ``CODE`` for letters mixed with
    digits and ``WORD`` for a single word at the end; what stands before that are names and stay.
    """
    parts = urlsplit(url)
    segments = [unquote(segment) for segment in parts.path.split("/") if segment]
    kinds = [_name_or_kind(segment) for segment in segments[:-1]]
    kinds += [_last_kind(segment) for segment in segments[-1:]]
    query = sorted(f"{name}={_kind(value)}" for name, value in parse_qsl(parts.query, keep_blank_values=True))
    host = (parts.hostname or "").removeprefix("www.")
    return "/".join([host, *kinds]) + ("?" + "&".join(query) if query else "")


def across_sections(shape: str) -> str | None:
    """The shape with its names left open, for sites that write sections there; None if that says little.

    Behind any name only a headline is telling: a number may be a page, a word a section's section.
    """
    host, *segments = shape.split("/")
    last = _ENDING.sub("", segments[-1]) if segments else ""
    if len(segments) < 2 or last not in (WORDS, NUMBERED, WITH_NUMBER):
        return None
    opened = ["<section>" if segment.islower() else segment for segment in segments[:-1]]
    return "/".join([host, *opened, segments[-1]]) if "<section>" in opened else None


def is_telling(shape: str) -> bool:
    """Whether a shape has more than names and a word, as sections have, and more than a date, as archives."""
    if "?" in shape:
        return True
    kinds = {_ENDING.sub("", segment) for segment in shape.split("/")[1:]}
    is_date = YEAR in kinds and kinds <= {YEAR, NUMBER}
    return bool(kinds & _TELLING) and not is_date


class Shapes:
    """What one crawl has learned of the shapes of a site's articles."""

    def __init__(self) -> None:
        self._evidence: Counter[str] = Counter()
        self._named: Counter[str] = Counter()
        self._sections: dict[str, set[str]] = defaultdict(set)
        self._listed: set[str] = set()
        self._read: Counter[str] = Counter()
        self._good: Counter[str] = Counter()
        self._seen: set[tuple[int, bool]] = set()

    def learn(self, url: str, weight: int = 1) -> None:
        """Note that something calls ``url`` an article's; each address counts once."""
        named = weight >= NAMED
        if (hash(url), named) in self._seen:
            return
        self._seen.add((hash(url), named))
        shape = shape_of(url)
        self._evidence[shape] += weight
        if named:
            self._named[shape] += weight
        wide = across_sections(shape)
        if wide is not None:
            self._evidence[wide] += weight
            self._sections[wide].add(shape)

    def learn_from_list(self, urls: Iterable[str]) -> None:
        """Note a list whose entries, if most of them are of one telling shape, are articles."""
        shapes = [shape_of(url) for url in urls]
        counts = Counter(shapes) + Counter(filter(None, map(across_sections, shapes)))
        for shape, count in counts.most_common(2):
            if count >= ENOUGH and 2 * count > len(shapes) and is_telling(shape):
                self._listed.add(shape)

    def knows(self, url: str, *, named: bool = False) -> bool:
        """Whether ``url`` has the shape of articles; with ``named`` by lists of articles alone."""
        shape = shape_of(url)
        if self._read[shape] >= _JUDGED and self._good[shape] < _GOOD * self._read[shape]:
            return False
        if named:
            return self._named[shape] >= ENOUGH
        wide = across_sections(shape)
        if shape in self._listed or wide in self._listed:
            return True
        if self._evidence[shape] >= ENOUGH and (is_telling(shape) or self._named[shape] >= ENOUGH):
            return True
        return wide is not None and self._evidence[wide] >= ENOUGH and len(self._sections[wide]) > 1

    def proved(self, url: str) -> bool:
        """Whether ``url`` has the shape of articles by more than looks: by lists of them, or by its pages."""
        shape = shape_of(url)
        return self.knows(url) and (self._named[shape] >= ENOUGH or self._good[shape] >= ENOUGH)

    def judge(self, url: str, *, is_article: bool) -> None:
        """Note what a page turned out to be that was taken by its shape."""
        shape = shape_of(url)
        self._read[shape] += 1
        self._good[shape] += is_article


def _name_or_kind(segment: str) -> str:
    kind = _kind(segment)
    named = kind in (WORD, WORDS) and len(segment) <= _LONGEST_NAME and not _BEYOND_LATIN.search(segment)
    return segment.lower() if named else kind


def _last_kind(segment: str) -> str:
    ending = _ENDING.search(segment)
    stem = segment[: ending.start()] if ending else segment
    return _kind(stem) + (ending.group().lower() if ending else "")


def _is_code(text: str) -> bool:
    """Whether letters and digits are mixed, or capitals among small letters."""
    if text.isalpha():
        return bool(_CAPITAL_INSIDE.search(text))
    mixed = any(sign.isdigit() for sign in text) and any(sign.isalpha() for sign in text)
    return text.isalnum() and mixed and len(text) in _CODE_LENGTHS


def _kind(text: str) -> str:
    """What a segment or a value consists of."""
    if text.isdecimal():
        return YEAR if _YEAR.fullmatch(text) else NUMBER
    if _BEYOND_LATIN.search(text):
        return WORDS
    parts = [part for part in re.split(r"[^\w]+|_", text) if part]
    if len(parts) < 2:
        return CODE if _is_code(text) else WORD
    words = [part for part in parts if _LETTERS.fullmatch(part)]
    if not words:
        return NUMBER if all(part.isdecimal() for part in parts) else CODE
    if parts[0].isdecimal():
        return NUMBERED
    return WITH_NUMBER if parts[-1].isdecimal() else WORDS
