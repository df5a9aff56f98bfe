"""The further parts of a text that stand beside the box of its first: sections, slides, lone paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from typing import TYPE_CHECKING

from lxml import etree
from lxml.html import HtmlElement

from newscrawl import words
from newscrawl.reading.body.relevance import FUNCTION_WORDS
from newscrawl.reading.tree import core
from newscrawl.reading.tree.measures import A_LIST, BOXES, LABEL, LONG_SENTENCE
from newscrawl.reading.tree.regions import names_of, region_of
from newscrawl.reading.tree.text import text_of

if TYPE_CHECKING:
    from newscrawl.reading.body.weighing import Mass

# A picture that is a link stands in texts too.
_LINKS = etree.XPath("count(.//a[normalize-space(.)])")
PARTS = frozenset(("p", "span", "b", "strong", "center", "font", "td", "tr", "tbody", "blockquote", "li"))
_FOREIGN = etree.XPath(
    "boolean(.//h1 or 2 + count(.//p)"
    " < count(.//a[string-length(normalize-space(.)) > 12][not(ancestor::blockquote)]))"
)
# Headings of the text: a headline that is a link is another article's.
_IS_DECLARED = etree.XPath("boolean(descendant-or-self::*[@itemprop = 'articleBody'])")
_HEADINGS = etree.XPath("count((.//h2 | .//h3 | .//h4)[not(.//a or ancestor::a)])")
# A section of a heading and a list: its items and few links.
_IS_LIST = etree.XPath("boolean((.//h2 | .//h3 | .//h4) and .//li and count(.//li) > 2 * count(.//a))")
# A section of a heading, which bold letters make too, and lines below it; no link stands in it, and no field:
# boxes of other articles and of comments have these.
_HEADED = (
    "boolean((.//text()[normalize-space(.)])[1][{}]"
    " and (.//li or .//tr or .//p) and not(.//a[normalize-space(.)] or .//form or .//textarea))"
)
_IS_HEADED = etree.XPath(_HEADED.format("ancestor::h2 or ancestor::h3 or ancestor::h4"))
_HAS_HEADING = etree.XPath(
    _HEADED.format("ancestor::h2 or ancestor::h3 or ancestor::h4 or ancestor::b or ancestor::strong")
)
# An entry of a live report: a heading that says something, and lines; buttons to share are short links.
_IS_ENTRY = etree.XPath(
    "boolean((.//h2 | .//h3 | .//h4)[not(.//a or ancestor::a)][string-length(normalize-space(.)) >= 20]"
    " and .//p and not(.//form or .//a[string-length(normalize-space(.)) > 25]))"
)
_CLOCK = re.compile(r"(?<!\d)[012]?\d[.:][0-5]\d(?!\d)")
_FIRST_LINE = etree.XPath("string((.//text()[normalize-space(.)])[1])")
_BOXES = ("div", "section")
_DIGITS = "0123456789"
_WORD, _TELLING_WORD = re.compile(r"\w{3,}"), re.compile(r"\w{5,}")
"""Words, and those of a heading that say what stands below it: "Cuaca Hari Ini" has a word of many texts."""
_PAGE_NAME = re.compile(rf"(?:{words.patterns('regions', 'page of a text')})[_-]?\d{{1,2}}")
# How the part of a split text begins that is shown with the others: "2 dari 3 halaman", "2/3".
_PAGE_COUNT = re.compile(
    rf"\d{{1,2}} ?(?:{words.patterns('next_page', 'of')}) ?\d{{1,2}}"
    rf"(?: (?:{words.patterns('next_page', 'page')}))?",
    re.IGNORECASE,
)
_LAYOUT_NAME = re.compile(words.patterns("regions", "layout"))
# A sentence may have none of the words by which running text is known.
_IS_SENTENCE = etree.XPath(
    "string-length(normalize-space(.)) >= 60"
    " and contains('.!?”', substring(normalize-space(.), string-length(normalize-space(.))))"
)
_IS_PROSE = etree.XPath(
    "count(p[string-length(normalize-space(.)) >= 60]) > 1 + count(.//h2 | .//h3 | .//h4)"
    " and not(.//h1 or .//form or .//textarea or .//time)"
)
_IS_EMPTY = etree.XPath("not(normalize-space(.)) and not(.//img)")
# What a link beside a text costs, in characters that it must gain: a paragraph has few links, a list of
# teasers one in every headline. A further part of the text must gain a label's characters for each.
LINK_COST = 12
# A further part of a text holds a fifth of the first and more (ten open pages); a box for the writer may have
# its class where all boxes share one.
_LEAST_SECTION, _FEWEST_HEADED = 0.15, 2
_LEAST_BESIDE = 20
"""What a paragraph beside a text counts that was not weighed, and the least that makes one part of it."""


def with_sections(
    element: HtmlElement, masses: Mapping[HtmlElement, Mass], around: Set[HtmlElement]
) -> HtmlElement:
    """The element, or one around it whose further children are sections of the same kind or on the same.

    Articles in parts ("2 dari 3 halaman") put each part into an element of the same class, with a heading of
    its own where it is a slide, and may declare each to be of the text. Others close with a box of another
    class: a timetable, prices, the way.
    """
    node = element
    for _ in range(BOXES):
        parent = node.getparent()
        if parent is None or parent.tag in ("body", "html"):
            break
        alike = [beside for beside in parent if beside is not node and _is_of_kind(beside, node)]
        shown = [beside for beside in alike if beside in masses]
        sizes = [masses[beside].size for beside in shown]
        if (
            (
                max(sizes, default=0.0) >= _LEAST_SECTION * masses[node].size
                and sum(sizes) >= LABEL * sum(map(links_in, shown))
            )
            or (_IS_DECLARED(node) and any(map(_IS_DECLARED, shown)))
            or sum(map(_HEADINGS, alike)) >= max(len(alike), _FEWEST_HEADED)
            or any(map(_IS_LIST, alike))
            or any(_is_next_page(beside, node) for beside in alike)
            or any(_is_counted(beside) for beside in parent if beside is not node and beside in masses)
            or any(_is_headed_section(beside, node) for beside in node.itersiblings())
            or any(map(_holds_entries, node.itersiblings()))
            or (node not in around and _goes_on(node, masses))
            or (node not in around and _has_section_on_it(parent, node))
        ):
            element = parent
        node = parent
    return element


def with_paragraphs(element: HtmlElement, masses: Mapping[HtmlElement, Mass]) -> HtmlElement:
    """The element, or the one around it where running paragraphs stand right before or behind it.

    Some sites put what only subscribers see into a box of its own, below the first paragraphs.
    """
    parent = element.getparent()
    if parent is None or element.tag in PARTS:
        return element
    beside = sum(
        masses[part].topical if part in masses else _LEAST_BESIDE for part in _paragraphs_beside(element)
    )
    links = links_in(parent) - links_in(element)
    return parent if beside >= max(_LEAST_BESIDE, LINK_COST * links) else element


def _paragraphs_beside(element: HtmlElement) -> Iterator[HtmlElement]:
    """The paragraphs right before and behind an element; byline, picture or heading part a deck from it."""
    for step in (HtmlElement.getprevious, HtmlElement.getnext):
        beside = step(element)
        while beside is not None:
            if step is HtmlElement.getprevious and _is_byline(beside):
                break
            if beside.tag == "p" and _IS_SENTENCE(beside) and not is_region(beside):
                yield beside
            elif isinstance(beside.tag, str) and not (is_region(beside) or _IS_EMPTY(beside)):
                break
            beside = step(beside)


def _is_byline(element: HtmlElement) -> bool:
    """Whether an element is called one of names and dates, which part a deck from the text below."""
    region = region_of(element.tag, names_of(element)) if isinstance(element.tag, str) else None
    return region is not None and region.reason.startswith("byline")


def _is_of_kind(beside: HtmlElement, node: HtmlElement) -> bool:
    """Whether an element shares a telling class with another, and does not lead to other articles."""
    if beside.tag != node.tag:
        return False
    names, others = (box.get("class", "").lower().split() for box in (node, beside))
    shared = {name for name in names for other in others if name == other or _follow(name, other)}
    telling = any(len(name) > 3 and not _LAYOUT_NAME.match(name) for name in shared)
    return telling and not _FOREIGN(beside)


def _is_next_page(beside: HtmlElement, node: HtmlElement) -> bool:
    """Whether two elements are pages of one text by their numbered names, however little stands in one."""
    names, others = (box.get("class", "").lower().split() for box in (node, beside))
    return any(_PAGE_NAME.fullmatch(name) and _follow(name, other) for name in names for other in others)


def _is_counted(beside: HtmlElement) -> bool:
    """Whether an element with running text begins with its number among the pages of the text."""
    return _PAGE_COUNT.fullmatch(str(_FIRST_LINE(beside)).strip()) is not None


def _follow(name: str, other: str) -> bool:
    """Whether two names differ by their numbers alone, and those follow each other: "page-1", "page-2"."""
    stem = name.rstrip(_DIGITS)
    numbers = name[len(stem) :], other[len(stem) :]
    return (
        other.startswith(stem)
        and all(map(str.isdecimal, numbers))
        and abs(int(numbers[0]) - int(numbers[1])) == 1
    )


def _goes_on(node: HtmlElement, masses: Mapping[HtmlElement, Mass]) -> bool:
    """Whether paragraphs go on in a box like that of the text behind it: an advertisement parts a text so.

    Such a box has two sentences more than headings, and no field or time; readers' comments have fewer. It
    and what else stands beside the text may hold few links.
    """
    parent = node.getparent()
    if parent is None or node.tag not in _BOXES or not _IS_PROSE(node):
        return False
    gain = links = 0.0
    for beside in parent:
        if beside is node or not isinstance(beside.tag, str):
            continue
        if is_region(beside):
            continue
        alike = beside.tag == node.tag and beside.get("class") == node.get("class")
        if alike and beside in masses and _IS_PROSE(beside):
            gain += masses[beside].size
        links += links_in(beside)
    return gain > max(_LEAST_SECTION * masses[node].size, LINK_COST * links)


def _is_headed_section(beside: HtmlElement, node: HtmlElement) -> bool:
    """Whether an element of the same tag and classes, telling or none, is a heading with lines below it.

    No link stands in it, and no field: boxes of other articles and of comments have these.
    """
    if beside.tag != node.tag or beside.get("class") != node.get("class") or is_region(beside):
        return False
    return bool(_IS_HEADED(beside))


def _holds_entries(box: HtmlElement) -> bool:
    """Whether a box holds the entries of a live report: time, heading and lines each, and no headline's link.

    A list of other articles links its headings, and readers' comments have none.
    """
    if len(box) < A_LIST or is_region(box):
        return False
    entries = [child for child in box if _IS_ENTRY(child)]
    timed = [child for child in entries if _CLOCK.search(text_of(child)[:LONG_SENTENCE])]
    return len(timed) >= A_LIST and 2 * len(timed) > len(entries)


def _has_section_on_it(parent: HtmlElement, node: HtmlElement) -> bool:
    """Whether a box beside a text, whatever its class, has a heading with a word of the text over its lines.

    Boxes of the site ("Tentang Kami", prayer times) are headed too, by words of their own. What else the text
    gains with it may hold few links.
    """
    others = [beside for beside in parent if beside is not node and not is_region(beside)]
    sections = [beside for beside in others if beside.tag in _BOXES and _HAS_HEADING(beside)]
    if node.tag not in _BOXES or not sections:
        return False
    said = set(_WORD.findall(text_of(node).lower())) - FUNCTION_WORDS
    gain = 0
    for section in sections:
        heading = str(_FIRST_LINE(section)).strip()
        # A line in bold with nothing below it heads nothing: a call to follow the site.
        if text_of(section).strip() == heading:
            continue
        if len(heading) <= LONG_SENTENCE and not said.isdisjoint(_TELLING_WORD.findall(heading.lower())):
            gain += len(text_of(section))
    links = sum(map(links_in, others))
    return gain > LINK_COST * links


def links_in(element: HtmlElement) -> float:
    """How many links with text an element holds; most of those that are asked hold no element at all."""
    if core.compiled is not None:
        return float(core.compiled.links(element))
    return float(_LINKS(element)) if len(element) else 0.0


def is_region(element: HtmlElement) -> bool:
    """Whether the tag or the names of an element say that it is a part of the page that is no text."""
    return isinstance(element.tag, str) and region_of(element.tag, names_of(element)) is not None
