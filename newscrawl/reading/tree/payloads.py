"""Dates and names in the data that a page ships for its scripts, for pages that state them nowhere else.

Next.js, Nuxt, Inertia and others keep the article as an object in a script or an attribute. It is not
parsed here: its members stand close to its title, and the nearest ones are its own.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from newscrawl.reading.tree.measures import LONGEST_DATA, SHORT_HEADLINE, SHORTEST_DATA

if TYPE_CHECKING:
    from newscrawl.reading.tree.page import Page

_REACH = 6_000
"""Bound: characters from the title to what belongs to the same article."""
_MOST_TITLES = 20
"""Bound: places of the title in one payload that are tried, as each has its reach searched."""
_NUMBERED_DEPTH = 1
"""Bound: objects within an object of data that are read with it."""
_QUOTE = r'\\{0,3}"'
# Objects of a program have their keys without quotes.
_KEY = r"(?<![\w-])(?:{quote})?(?:{names})(?:{quote})?\s{{0,3}}:\s{{0,3}}"
_TEXT = rf"{_QUOTE}(?P<text>[^\"\\]{{2,60}}){_QUOTE}"
_QUOTED_BEFORE, _QUOTED_BEHIND = (
    re.compile(rf"(?:{_QUOTE}|&quot;)$"),
    re.compile(rf"{_QUOTE}|&quot;"),
)
_NUMBER = r"(?P<number>\d{9,13})(?!\d)"

_PUBLISHED = re.compile(
    _KEY.format(
        quote=_QUOTE,
        names="published_?at|publish(?:ed)?_?date|date_?published|publish(?:ed)?_?time|publishing_?date"
        "|published|published_?on|news_datepub|tanggal_publikasi",
    )
    + rf"(?:{_TEXT}|{_NUMBER})",
    re.IGNORECASE,
)
_OBJECT = rf"\{{[^{{}}]{{0,300}}?{_QUOTE}(?:name|nama|full_?name|display_?name){_QUOTE}\s{{0,3}}:\s{{0,3}}"
_AUTHOR = re.compile(
    _KEY.format(
        quote=_QUOTE, names="authors?|writers?|penulis|reporters?|created_?by|(?:author|writer)_?name"
    )
    + rf"(?:\[\s{{0,3}})?(?:{_OBJECT})?{_TEXT}",
    re.IGNORECASE,
)
# Counters of readers hold names too, but of accounts as often as of authors: only the data that a framework
# draws the page from is read.
_FRAMEWORK = re.compile(
    r"__NEXT_DATA__|__NUXT|__next_f|__INITIAL|__PRELOADED|__APOLLO|__remixContext|__sveltekit"
)


def published_near(page: Page, title: str) -> str | None:
    """The published date that stands nearest to ``title`` in a payload."""
    return _nearest(page, title, _PUBLISHED)


def author_near(page: Page, title: str) -> str | None:
    """The author's name that stands nearest to ``title`` in a payload."""
    return _nearest(page, title, _AUTHOR)


def title_in(page: Page, wordings: Sequence[str]) -> str | None:
    """The first of ``wordings``, longest first, that is a whole text in a payload, as a title in data is."""
    candidates = [wording for wording in wordings if len(wording) >= SHORT_HEADLINE]
    for text in _payloads(page) if candidates else ():
        for wording in candidates:
            for at, spelling in _spelled(text, wording):
                before, behind = text[max(0, at - 5) : at], text[at + len(spelling) :][:5]
                if _QUOTED_BEFORE.search(before) and _QUOTED_BEHIND.match(behind):
                    return wording
    return None


def _nearest(page: Page, title: str, pattern: re.Pattern[str]) -> str | None:
    if len(title) < SHORT_HEADLINE:
        return None
    best: tuple[int, str] | None = None
    for text in _payloads(page):
        for at in _places(text, title):
            start = max(0, at - _REACH)
            for found in pattern.finditer(text, start, at + len(title) + _REACH):
                distance = abs(found.start() - at)
                value = found.groupdict().get("number") or found["text"]
                if value and (best is None or distance < best[0]):
                    best = distance, value
    return best[1] if best is not None else None


def _payloads(page: Page) -> Iterator[str]:
    for script, text in page.scripts:
        if not SHORTEST_DATA < len(text) < LONGEST_DATA:
            continue
        if "__NUXT_DATA__" in (name := script.get("id") or ""):
            yield json.dumps(list(_numbered(text)))
        elif script.get("type") == "application/json" or _FRAMEWORK.search(f"{name} {text[:200]}"):
            yield text
    for _, data in page.data_attributes:
        yield data[:LONGEST_DATA]


def _numbered(text: str) -> Iterator[dict[str, Any]]:
    """The objects of a list in which each member is the place of its value, as Nuxt 3 writes its data.

    Members of members are left out, but for the objects that may name an author.
    """
    try:
        values = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return
    if not isinstance(values, list):
        return

    def at(place: object, depth: int = 0) -> Any:
        value = values[place] if isinstance(place, int) and 0 <= place < len(values) else None
        if isinstance(value, dict) and depth < _NUMBERED_DEPTH:
            return {key: at(inner, depth + 1) for key, inner in value.items()}
        return value if isinstance(value, (str, int)) else None

    for value in values:
        if isinstance(value, dict):
            yield {key: at(place) for key, place in value.items()}


def _places(text: str, title: str) -> Iterator[int]:
    """Where ``title`` stands in ``text``."""
    return (at for at, _ in _spelled(text, title))


def _spelled(text: str, title: str) -> Iterator[tuple[int, str]]:
    """Where ``title`` stands in ``text``, and how: plain or as JSON and HTML write it."""
    quoted = json.dumps(title)[1:-1]
    spellings = {title, quoted, json.dumps(quoted)[1:-1], html.escape(title), title.replace("/", "\\/")}
    for spelling in spellings:
        at, count = text.find(spelling), 0
        while at >= 0 and count < _MOST_TITLES:
            yield at, spelling
            at, count = text.find(spelling, at + 1), count + 1
