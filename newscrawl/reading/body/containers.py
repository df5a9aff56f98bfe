"""Chooses the element that holds the article's text."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from lxml import etree
from lxml.html import HtmlElement

from newscrawl import words as lists
from newscrawl.reading.body.relevance import FUNCTION_WORDS, topic_words
from newscrawl.reading.tree.pictures import PictureBoxes
from newscrawl.reading.tree.regions import believed, names_of, region_of
from newscrawl.reading.tree.walking import INLINE, SILENT

_LINKS = etree.XPath("count(.//a)")
_HEADLINE_LINK = etree.XPath("boolean(.//a[string-length(normalize-space(.)) > 12 or .//img])")
_PARTS = frozenset(("p", "span", "b", "strong", "center", "font", "td", "tr", "tbody", "blockquote", "li"))
_FOREIGN = etree.XPath(
    "boolean(.//h1 or 2 + count(.//p)"
    " < count(.//a[string-length(normalize-space(.)) > 12][not(ancestor::blockquote)]))"
)
_HEADINGS = etree.XPath("count(.//h2 | .//h3 | .//h4)")
_LAYOUT_NAME = re.compile(lists.patterns("regions", "layout"))
_DECLARED = etree.XPath("//@itemprop[. = 'articleBody']/parent::*")
_LEAST_DECLARED = 300
_STATED_LENGTH = 400
_LINK_COST = 12
_SECTION_LINK_COST = 40
_FEW_LINKS = 20
_CLIMB_GAIN = 0.08
_SAME_TOPIC = 0.35
# One paragraph may have far more to do with the topic than any text as a whole: no more than this is asked.
_TOPICAL_ENOUGH = 0.5
_FEW_PARAGRAPHS = 900
_LONGEST_DECK = 250
_LEAST_BESIDE = 30
_WITH_HEADLINE, _DECK = 3.0, 0.3
_OFF_TOPIC, _TOPICAL = 0.01, 0.25
_TEASER_SIZE = 450
_TEASER_DEPTH = 4
_SECTION_DEPTH = 3
_FEWEST_WORDS = 5
_SHORTEST_RUN = 30
# A caption and a credit are two texts; more of them beside a picture are an article.
_MOST_TEXTS = 2
# With so much text without a known function word, beside that with one, the page is in another language.
_LONG_RUN = 80
_MUCH_STRANGE = 0.5
_NO_TEXT = SILENT | {"a"}


Run = tuple[str, HtmlElement]
"""A text as it stands in the tree, and the element it stands in."""

_Worded = tuple[HtmlElement, str, list[str]]
"""A text with its words, in the block element around it."""


class _Mass:
    """The running text in an element: its characters, their weight, and how much of it is on the topic."""

    __slots__ = ("size", "texts", "topical", "weight")

    def __init__(self) -> None:
        self.size = self.weight = self.topical = 0.0
        self.texts = 0

    def take(self, part: _Mass) -> None:
        """Count the text of a part of the element."""
        self.size += part.size
        self.weight += part.weight
        self.topical += part.topical


def choose(
    root: HtmlElement,
    runs: Iterable[Run],
    *,
    title: str = "",
    description: str = "",
    stated: str = "",
    headline: HtmlElement | None = None,
) -> HtmlElement | None:
    """The element with the most running text and the least else; None where the page has no running text.

    ``runs`` are the visible texts of the page whose tree is ``root``, each with the element it stands in.
    The text that shares the most words with the ``title``, the ``description`` and the beginning of the text
    as it is ``stated`` elsewhere is the article's heart; from there the choice widens as long as it gains
    text. An element that the page itself declares to be the article's text is trusted to hold the heart, and
    of two texts the one around the shown ``headline`` is more likely the article's.
    """
    masses = _masses(runs, (title, description), stated[:_STATED_LENGTH])
    if not masses:
        return None
    declared = [e for e in _DECLARED(root) if e in masses and masses[e].size >= _LEAST_DECLARED]
    heart = _heart(declared[0] if len(declared) == 1 else root, masses, headline)
    return _with_paragraphs(_with_sections(_widened(heart, masses), masses), masses)


def _widened(heart: HtmlElement, masses: Mapping[HtmlElement, _Mass]) -> HtmlElement:
    """The heart, or an element around it that holds notably more running text at the price of few links.

    Text that has much less to do with the topic than that within, such as a glossary, is no gain.
    """
    current = heart
    inner, links = masses[current], _LINKS(current)
    for element in heart.iterancestors():
        outer = masses[element]
        gain = outer.weight - inner.weight - inner.weight * _CLIMB_GAIN
        if gain <= 0 or not _is_on_topic(outer, inner):
            if not _is_part(current, masses):
                continue
            least = _LINK_COST * _FEW_LINKS
            gain = max(gain, least) if _is_flow(element, current, masses) else least
        more_links = _LINKS(element)
        if gain >= _LINK_COST * (more_links - links):
            current, inner, links = element, outer, more_links
    return current


def _is_part(element: HtmlElement, masses: Mapping[HtmlElement, _Mass]) -> bool:
    """Whether an element is a part of a text: a paragraph, by its tag or as one of several boxes."""
    parent = element.getparent()
    if element.tag in _PARTS or parent is None:
        return parent is not None
    boxes = [box for box in parent if box.tag == element.tag and _is_box(box, masses)]
    return element in boxes and len(boxes) > 1


def _is_flow(element: HtmlElement, paragraph: HtmlElement, masses: Mapping[HtmlElement, _Mass]) -> bool:
    """Whether most of what an element adds to the paragraph in it stands in paragraphs beside that one."""
    if paragraph.tag != "p" or paragraph.getparent() is not element:
        return False
    beside = sum(masses[part].size for part in element if part.tag == "p" and part in masses)
    return 2 * (beside - masses[paragraph].size) >= masses[element].size - masses[paragraph].size


def _is_box(element: HtmlElement, masses: Mapping[HtmlElement, _Mass]) -> bool:
    """Whether an element holds running text, all of it directly in it or in one paragraph."""
    if element not in masses:
        return False
    within = [child for child in element if child in masses]
    return not within or (
        len(within) == 1
        and masses[within[0]].size == masses[element].size
        and not any(child in masses for child in within[0])
    )


def _is_on_topic(outer: _Mass, inner: _Mass) -> bool:
    """Whether what an element adds to the one within has nearly as much to do with the topic."""
    size = outer.size - inner.size
    added = outer.topical - inner.topical - _OFF_TOPIC * size
    within = inner.topical - _OFF_TOPIC * inner.size
    if inner.size < _FEW_PARAGRAPHS:
        within = min(within, _TOPICAL_ENOUGH * inner.size)
    return added * inner.size >= _SAME_TOPIC * size * within


def _with_sections(element: HtmlElement, masses: Mapping[HtmlElement, _Mass]) -> HtmlElement:
    """The element, or one around it whose further children are sections of the same kind.

    Articles in parts ("2 dari 3 halaman") put each part into an element of the same class.
    """
    node = element
    for _ in range(_SECTION_DEPTH):
        parent = node.getparent()
        if parent is None or parent.tag in ("body", "html"):
            break
        alike = [beside for beside in parent if beside is not node and _is_of_kind(beside, node)]
        shown = [beside for beside in alike if beside in masses]
        gain = sum(masses[beside].size for beside in shown)
        if (shown and gain >= _SECTION_LINK_COST * sum(map(_LINKS, shown))) or sum(map(_HEADINGS, alike)) > 1:
            element = parent
        node = parent
    return element


def _with_paragraphs(element: HtmlElement, masses: Mapping[HtmlElement, _Mass]) -> HtmlElement:
    """The element, or the one around it where running paragraphs stand right before or behind it.

    Some sites put what only subscribers see into a box of its own, below the first paragraphs.
    """
    parent = element.getparent()
    if parent is None or element.tag in _PARTS:
        return element
    beside = sum(masses[part].topical for part in parent if part.tag == "p" and part in masses)
    links = _LINKS(parent) - _LINKS(element)
    return parent if beside >= max(_LEAST_BESIDE, _LINK_COST * links) else element


def _is_of_kind(beside: HtmlElement, node: HtmlElement) -> bool:
    """Whether an element shares a telling class with another, and does not lead to other articles."""
    if beside.tag != node.tag:
        return False
    shared = set(beside.get("class", "").lower().split()).intersection(node.get("class", "").lower().split())
    telling = any(len(name) > 3 and not _LAYOUT_NAME.match(name) for name in shared)
    return telling and not _FOREIGN(beside)


def _heart(
    root: HtmlElement, masses: Mapping[HtmlElement, _Mass], headline: HtmlElement | None
) -> HtmlElement:
    """Where the text on the topic is densest: from the root down into the child that outweighs the others."""
    beside = set() if headline is None else {headline, *headline.iterancestors()}

    def weight(child: HtmlElement) -> float:
        mass = masses[child]
        if child not in beside:
            return mass.topical
        return mass.topical * (_WITH_HEADLINE if mass.size > _LONGEST_DECK else _DECK)

    node = root
    while True:
        kids = [child for child in node if child in masses]
        if not kids:
            return node
        weights = sorted((weight(child) for child in kids), reverse=True)
        own = masses[node].topical - sum(masses[child].topical for child in kids)
        first, second = weights[0], weights[1] if len(kids) > 1 else 0.0
        if first < (own + sum(weights)) * 0.5 and second > first * 0.5:
            return node
        node = max(kids, key=weight)


def _masses(runs: Iterable[Run], head: Sequence[str], stated: str) -> dict[HtmlElement, _Mass]:
    own = _blocks(runs, head, stated)
    parents: dict[HtmlElement, HtmlElement | None] = {}
    all_in: dict[HtmlElement, _Mass] = defaultdict(_Mass)
    for element, block in own.items():
        node: HtmlElement | None = element
        while node is not None:
            all_in[node].take(block)
            if node not in parents:
                parents[node] = node.getparent()
            node = parents[node]
    total = max((mass.topical for mass in all_in.values()), default=0.0)
    edges = {node for node in parents if _is_edge(node, all_in[node], total)}
    masses: dict[HtmlElement, _Mass] = defaultdict(_Mass)
    for element, block in own.items():
        if all_in[element].size >= _TEASER_SIZE or not _is_teaser(element, all_in):
            _spread(element, block, masses, parents, edges)
    return masses if any(parents[node] is None for node in masses) else {}


def _is_edge(element: HtmlElement, mass: _Mass, total: float) -> bool:
    """Whether an element is a region that is no running text, so that nothing in it counts outside it.

    Its share of the page's text is that of the text's ``total`` weight: what has nothing to do with the topic
    says little of how much of the article a region holds.
    """
    region = region_of(str(element.tag), names_of(element))
    if region is None:
        return False
    share = mass.topical / total if total else 0.0
    return believed(region, mass.size, mass.size, mass.size / share if share else math.inf)


def _spread(
    element: HtmlElement,
    block: _Mass,
    masses: dict[HtmlElement, _Mass],
    parents: Mapping[HtmlElement, HtmlElement | None],
    edges: Set[HtmlElement],
) -> None:
    """Count a block for itself and for all around it, up to the edge of a region that is no text."""
    node: HtmlElement | None = element
    while node is not None:
        if node in edges:
            return
        masses[node].take(block)
        node = parents[node]


def _is_teaser(element: HtmlElement, all_in: Mapping[HtmlElement, _Mass]) -> bool:
    """Whether a block is the summary in one item of a list of links to other articles."""
    item = element
    for _ in range(_TEASER_DEPTH):
        if all_in[item].size > _TEASER_SIZE:
            return False
        if (
            item.tag != "p"
            and _HEADLINE_LINK(item)
            and any(_is_like(beside, item) for beside in _beside(item))
        ):
            return True
        parent = item.getparent()
        if parent is None:
            return False
        item = parent
    return False


def _beside(item: HtmlElement) -> Iterator[HtmlElement]:
    """The next elements before and after an item; a rule or an advertisement may stand between."""
    for step in (HtmlElement.getnext, HtmlElement.getprevious):
        beside = step(item)
        if beside is not None:
            yield beside
            if (second := step(beside)) is not None:
                yield second


def _is_like(beside: HtmlElement, item: HtmlElement) -> bool:
    return (
        beside.tag == item.tag and beside.get("class") == item.get("class") and bool(_HEADLINE_LINK(beside))
    )


def _blocks(runs: Iterable[Run], head: Sequence[str], stated: str) -> dict[HtmlElement, _Mass]:
    """For each block element the running text that stands directly in it, captions of pictures left out."""
    topic = topic_words(*head, stated)
    own: dict[HtmlElement, _Mass] = defaultdict(_Mass)
    for element, text, words in _running(runs):
        _add(own[element], text, words, topic, head)
    pictures = PictureBoxes()
    captions = {e for e, mass in own.items() if mass.texts <= _MOST_TEXTS and pictures.around(e) is not None}
    return {element: mass for element, mass in own.items() if element not in captions} or own


def _running(runs: Iterable[Run]) -> list[_Worded]:
    """The texts with function words; of a page in a language whose words are not known the long ones too."""
    known: list[_Worded] = []
    strange: list[_Worded] = []
    for text, holder in runs:
        if len(text) <= _SHORTEST_RUN:
            continue
        element = _block_around(holder)
        if element is None or element.tag in _NO_TEXT:
            continue
        words = text.lower().split()
        if len(words) < _FEWEST_WORDS:
            continue
        if not FUNCTION_WORDS.isdisjoint(words):
            known.append((element, text, words))
        elif len(text) >= _LONG_RUN:
            strange.append((element, text, words))
    return known + strange if _length(strange) > _MUCH_STRANGE * _length(known) else known


def _block_around(holder: HtmlElement) -> HtmlElement | None:
    """The nearest element around a text that is a block or a link."""
    element: HtmlElement | None = holder
    while element is not None and element.tag in INLINE and element.tag != "a":
        element = element.getparent()
    return element


def _length(texts: Iterable[_Worded]) -> int:
    return sum(len(text) for _, text, _ in texts)


def _add(mass: _Mass, text: str, words: list[str], topic: frozenset[str], head: Sequence[str]) -> None:
    stripped = text.strip()
    size = len(stripped)
    shared = min(len(topic.intersection(words)), 4) if topic else 4
    mass.texts += 1
    mass.size += size
    mass.weight += size * (0.3 + 0.15 * shared)
    # What repeats the title or the description is a heading or a deck, not the text.
    if not any(part and (stripped in part or part in stripped) for part in head):
        mass.topical += size * (_OFF_TOPIC + _TOPICAL * shared)
