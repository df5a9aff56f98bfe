"""CSS selectors for what a page is known to show: found by the value, as a person would point at it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from lxml.html import HtmlElement

from newscrawl.probing.known import Known
from newscrawl.probing.rediscovery import Pair, words_in
from newscrawl.reading.tree.text import fold

MOST_CANDIDATES = 12
_NAME = re.compile(r"-?[A-Za-z_][A-Za-z_-]*")
"""A class or id without a digit: those with one are often made anew by each build of a site."""

_LONGEST_DATE = 120
_WHOLE = 0.9
"""Share of the known paragraphs that the element of the text has."""

_NO_HOLDERS = frozenset({"html", "body", "script", "style", "title", "option"})

Holder = Callable[[HtmlElement, Known], bool]


def candidates(pairs: Sequence[Pair], holds: Holder) -> list[str]:
    """Selectors of elements that hold a value, those first that fit on most pages, then the shortest."""
    counts: Counter[str] = Counter()
    for pair in pairs:
        elements = _elements(pair.page.selector.root)
        deepest = [element for element in elements if _is_deepest(element, pair.known, holds)]
        counts.update({selector for element in deepest for selector in _selectors(element)})
    ranked = sorted(counts.items(), key=lambda found: (-found[1], len(found[0]), found[0]))
    return [selector for selector, _ in ranked[:MOST_CANDIDATES]]


def holds_title(element: HtmlElement, known: Known) -> bool:
    """Whether an element is the headline of an article."""
    return words_in(element) == fold(known.title)


def holds_body(element: HtmlElement, known: Known) -> bool:
    """Whether the text of an article stands in an element."""
    words = words_in(element)
    there = sum(paragraph in words for paragraph in known.paragraphs)
    return there >= _WHOLE * len(known.paragraphs)


def holds_date(element: HtmlElement, known: Known) -> bool:
    """Whether an element may be the line with an article's date: it names its day and its year."""
    if known.published_at is None:
        return False
    words = words_in(element)
    if not words or len(words) > _LONGEST_DATE:
        return False
    numbers = set(re.findall(r"\d+", words))
    day, year = known.published_at.day, known.published_at.year
    return str(year) in numbers and bool(numbers & {str(day), f"{day:02}"})


def holds_author(element: HtmlElement, known: Known) -> bool:
    """Whether an element is the name of one of an article's authors."""
    return words_in(element) in {fold(name) for name in known.authors}


def holds_editor(element: HtmlElement, known: Known) -> bool:
    """Whether an element is the name of one of an article's editors."""
    return words_in(element) in {fold(name) for name in known.editors}


def _elements(root: HtmlElement) -> Iterator[HtmlElement]:
    body = root.find("body")
    for element in (body if body is not None else root).iter("*"):
        if element.tag not in _NO_HOLDERS:
            yield element


def _is_deepest(element: HtmlElement, known: Known, holds: Holder) -> bool:
    """Whether an element holds the value and none within it does."""
    return holds(element, known) and not any(
        isinstance(child.tag, str) and holds(child, known) for child in element
    )


def _selectors(element: HtmlElement) -> Iterator[str]:
    """Ways to point at an element: by itself, and within the nearest element above that has a name."""
    own = list(_names(element))
    yield from own
    above = element.getparent()
    while above is not None and above.tag != "body":
        names = list(_names(above))
        if names:
            yield from (f"{name} {part}" for name in names for part in own or [str(element.tag)])
            return
        above = above.getparent()


def _names(element: HtmlElement) -> Iterator[str]:
    """What names an element by itself."""
    tag = str(element.tag)
    identity = element.get("id", "")
    if _NAME.fullmatch(identity):
        yield f"{tag}#{identity}"
    yield from (f"{tag}.{name}" for name in element.get("class", "").split() if _NAME.fullmatch(name))
    if _NAME.fullmatch(prop := element.get("itemprop", "")):
        yield f'{tag}[itemprop="{prop}"]'
