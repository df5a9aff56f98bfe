"""Whether two addresses of a site may be those of one article.

One article has several addresses under counters, session ids and edited headlines; another article's may
look much like it ("harga emas 12 agustus", "harga emas 13 agustus"). So addresses are kin where they differ
in their query alone, where they carry the same number as the article's own, or where one slug has a word or
two more than the other and both say the same numbers. One word in place of another makes another article
("jadwal imsakiyah kota kediri", "jadwal imsakiyah kota blitar").
"""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

_WORD = re.compile(r"[^\W\d_]{3,}")
_NUMBERS = re.compile(r"\d+")
_OWN_NUMBER = re.compile(r"^(\d{2,18})(?=$|[-_.])|(?<=[-_.a-z])(\d{2,18})(?=$|\.\w{2,5}$)", re.IGNORECASE)
_DATE = re.compile(r"/(?:19|20)\d\d(?:/\d\d?){0,2}(?=/)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SHARED = 0.75
"""So much of all words of two slugs is the same where a headline was edited."""

_FEWEST_SHARED = 2
"""One word in common is a topic."""


def may_be_one(first: str, second: str) -> bool:
    """Whether two addresses of one site may stand for one article."""
    one, other = urlsplit(first), urlsplit(second)
    if _place(one.path) == _place(other.path):
        # A script such as /read is told apart by its query: by the numbers there, else by all that it says.
        numbers = _own_numbers(one.query)
        return _names_article(one.path) or (
            numbers == _own_numbers(other.query) and (bool(numbers) or _says(one.query) == _says(other.query))
        )
    if any(not _YEAR.fullmatch(number) for number in _own_numbers(one.path) & _own_numbers(other.path)):
        return True
    own, others = words_of(first), words_of(second)
    shared = own & others
    alike = len(shared) >= _FEWEST_SHARED and len(shared) >= _SHARED * len(own | others)
    return alike and shared in (own, others) and _numbers(one.path) == _numbers(other.path)


def words_of(url: str) -> set[str]:
    """The words of an address's slug: of its last segment, or of the one before a number."""
    path = unquote(urlsplit(url).path).casefold().rstrip("/")
    *before, last = path.rsplit(".htm", 1)[0].split("/")
    words = _WORD.findall(last)
    if not words and before and len(found := _WORD.findall(before[-1])) >= _FEWEST_SHARED:
        words = found
    return set(words)


def speaks_of(title: str | None, *places: str | None) -> bool:
    """Whether ``title`` shares its words with one of ``places``: the slug, or what a listing calls it."""
    own = set(_WORD.findall((title or "").casefold()))
    for place in places:
        words = set(_WORD.findall((place or "").casefold()))
        shared = len(own & words)
        if shared and shared >= min(_FEWEST_SHARED, len(words)):
            return True
    return False


def _place(path: str) -> str:
    return path.casefold().rstrip("/").partition(";")[0]


def _names_article(path: str) -> bool:
    return len(_WORD.findall(path)) > 2 or bool(_own_numbers(path))


def _own_numbers(text: str) -> set[str]:
    """Numbers that stand where systems put an article's own: as a segment, or at the edge of one."""
    parts = re.split(r"[/&]", _DATE.sub("", text).replace("=", "/"))
    return {
        found for part in parts for match in _OWN_NUMBER.finditer(part) if (found := match[1] or match[2])
    }


def _says(query: str) -> list[str]:
    return sorted(part for part in unquote(query).casefold().split("&") if part)


def _numbers(path: str) -> set[str]:
    return set(_NUMBERS.findall(_DATE.sub("", path)))
