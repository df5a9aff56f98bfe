"""Chooses the element that holds the article's text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import TYPE_CHECKING

from lxml import etree
from lxml.html import HtmlElement

from newscrawl.reading.body.further_parts import (
    LINK_COST,
    PARTS,
    is_region,
    links_in,
    with_paragraphs,
    with_sections,
)
from newscrawl.reading.body.weighing import TOPICAL, Mass, weigh
from newscrawl.reading.tree.measures import OPENING, SENTENCE
from newscrawl.reading.tree.passages import LEAST_LENGTH
from newscrawl.reading.tree.tags import HEADINGS

if TYPE_CHECKING:
    from newscrawl.reading.tree.outline import Outline

# A link as long as a headline: those to topics and people in sentences are shorter.
_LONG_LINKS = etree.XPath("count(.//a[string-length(normalize-space(.)) > 25])")
_MOST_OF_BOX = 5.0
"""Bound: links that a box between the paragraphs counts at most; those between teasers have fewer."""
_OPENS_ANOTHER = etree.XPath("boolean((.//text()[normalize-space(.)])[1][ancestor::h1 or ancestor::h2])")
_IS_LINK = etree.XPath("boolean(.//a or ancestor-or-self::a)")
_HAS_TEXT = etree.XPath("boolean(normalize-space(.))")
_HAS_HEADING = etree.XPath("boolean(.//h2 | .//h3 | .//h4 | .//h5)")
_LISTS = ("ul", "ol")
_CELLS = frozenset(("td", "tr", "tbody"))


# Share of the text that a wider element must add: one paragraph of twelve, but half a text more where the
# page itself declares what its text is.
_CLIMB_GAIN, _DECLARED_GAIN = 0.08, 0.5
# With the headline come deck, caption, summary and the writer's portrait. Of 273 open articles the two that
# are widened past it wrongly gain 11 and 19 %, the five whose text stands in several boxes 64 % and more.
_GAIN_WITH_HEADLINE, _LEAST_BELOW_HEADLINE = 0.5, 400
_LONGEST_PARAGRAPH = 900
"""Characters of a paragraph: one of 2,896 open ones has more. So long a box is a text, and what stands beside
it and adds little is no part of that."""
_SAME_TOPIC = 0.35
"""How densely what is added must speak of the topic, as a share of how densely the text within does."""


# A box with the headline counts three times as much as another, unless it holds no more than a deck.
_WITH_HEADLINE, _DECK = 3.0, 0.3


def choose(
    root: HtmlElement,
    outline: Outline,
    *,
    title: str = "",
    description: str = "",
    stated: str = "",
    headline: HtmlElement | None = None,
) -> HtmlElement | None:
    """The element with the most running text and the least else; None where the page has no running text.

    ``outline`` is that of the page whose tree is ``root``.
    The text that shares the most words with the ``title``, the ``description`` and the beginning of the text
    as it is ``stated`` elsewhere is the article's heart; from there the choice widens as long as it gains
    text. An element that the page itself declares to be the article's text is trusted to hold the heart, and
    of two texts the one around the shown ``headline`` is more likely the article's.
    """
    around = set() if headline is None else {headline, *headline.iterancestors()}
    # The headline that leads to its article is the top story of a listing.
    own = around if headline is not None and not _IS_LINK(headline) else set()
    masses = weigh(outline, (title, description), stated[:OPENING], own)
    if not masses:
        return None
    declared = [
        element
        for element, mass in masses.items()
        if mass.size >= LEAST_LENGTH and element.get("itemprop") == "articleBody"
    ]
    top = declared[0] if len(declared) == 1 else root
    widened = _widened(_heart(top, masses, around), masses, top, around)
    return with_paragraphs(with_sections(widened, masses, around), masses)


def _widened(
    heart: HtmlElement,
    masses: Mapping[HtmlElement, Mass],
    top: HtmlElement,
    around: Set[HtmlElement],
) -> HtmlElement:
    """The heart, or an element around it that holds notably more running text at the price of few links.

    Text that has much less to do with the topic than that within, such as a glossary, is no gain, unless the
    text so far is short and neither link nor headline parts the two: paragraphs may stand in boxes of their
    own. Links in boxes for comments, sharing or other articles cost nothing: their names tell them from the
    text. What the page declares to be the whole text, ``top``, is no part of one. An element ``around`` the
    headline must gain more, where a text stands below it.
    """
    current, below = heart, heart
    inner = masses[current]
    passed: list[tuple[HtmlElement, HtmlElement]] = []
    for element in heart.iterancestors():
        outer = masses[element]
        passed.append((element, below))
        below = element
        # An <article> around headline and text says where it ends, as the statement of what the text is does.
        left = (current, *(box for box, _ in passed[:-1]))
        closed = current is top or any(box.tag == "article" and box in around for box in left)
        gain = outer.weight - inner.weight * (1 + _least_gain(element, current, inner, around, closed=closed))
        flows = _is_flow(element, current, masses)
        links = (
            _links_among(element, masses) if flows else _links_beside(passed, masses) if gain > 0 else None
        )
        if gain <= 0 or not (_is_rest(passed, inner, links, masses) or _is_on_topic(outer, inner)):
            is_cell = current.tag in _CELLS and outer.size - inner.size < SENTENCE
            is_whole = gain <= 0 and inner.size >= _LONGEST_PARAGRAPH and current.tag not in PARTS
            if current is top or is_cell or is_whole or not _is_part(current, masses):
                continue
            gain = max(gain, LEAST_LENGTH) if flows else LEAST_LENGTH
        if gain >= LINK_COST * (_links_beside(passed, masses) if links is None else links):
            current, inner, passed = element, outer, []
    return current


def _least_gain(
    element: HtmlElement, current: HtmlElement, inner: Mass, around: Set[HtmlElement], *, closed: bool
) -> float:
    """Which share of the text so far an element around it must add to it; more where that is ``closed``."""
    if closed:
        return _DECLARED_GAIN
    if element in around and current not in around and inner.size >= _LEAST_BELOW_HEADLINE:
        return _GAIN_WITH_HEADLINE
    return _CLIMB_GAIN


def _links_beside(
    passed: Sequence[tuple[HtmlElement, HtmlElement]], masses: Mapping[HtmlElement, Mass]
) -> float:
    """How many links elements have outside one child of each, and outside regions that are no text.

    Short links in a box that is a paragraph, whatever its tag, are of its sentences.
    """
    links = 0.0
    for element, within in passed:
        for child in element:
            if child is not within and isinstance(child.tag, str) and not is_region(child):
                if child in masses and not any(inner in masses for inner in child.iterdescendants()):
                    links += float(_LONG_LINKS(child))
                    continue
                links += links_in(child) + (child.tag == "a") - sum(map(links_in, _regions_in(child)))
    return links


def _links_among(element: HtmlElement, masses: Mapping[HtmlElement, Mass]) -> float:
    """How many links stand from the first to the last paragraph of an element, outside regions.

    What follows the last one, such as comments that nothing names, says nothing of a text of paragraphs.
    Short links in the paragraphs are of their sentences, and a box is one box however many links it has.
    """
    children = [child for child in element if isinstance(child.tag, str)]
    text = [n for n, child in enumerate(children) if child.tag == "p" and child in masses]
    within = children[text[0] : text[-1] + 1]
    return sum(_links_of_part(child, masses) for child in within if not is_region(child))


def _links_of_part(child: HtmlElement, masses: Mapping[HtmlElement, Mass]) -> float:
    if child in masses:
        return float(_LONG_LINKS(child)) if child.tag == "p" else links_in(child)
    return min(links_in(child) + (child.tag == "a"), _MOST_OF_BOX)


def _regions_in(element: HtmlElement) -> list[HtmlElement]:
    """The outermost regions among the children and grandchildren of an element."""
    found = []
    for child in element:
        if is_region(child):
            found.append(child)
        else:
            found += [inner for inner in child if is_region(inner)]
    return found


def _is_part(element: HtmlElement, masses: Mapping[HtmlElement, Mass]) -> bool:
    """Whether an element is a part of a text: a paragraph, by its tag or as one of several boxes."""
    parent = element.getparent()
    if element.tag in PARTS or parent is None:
        return parent is not None
    boxes = [box for box in parent if box.tag == element.tag and _is_box(box, masses)]
    return element in boxes and len(boxes) > 1


def _is_flow(element: HtmlElement, paragraph: HtmlElement, masses: Mapping[HtmlElement, Mass]) -> bool:
    """Whether an element goes on with the paragraph in it: in the next one, or with most of what it adds."""
    if paragraph.tag != "p" or paragraph.getparent() is not element:
        return False
    following = paragraph.getnext()
    if (
        following is not None
        and following.tag == "p"
        and following in masses
        and masses[following].size >= SENTENCE
    ):
        return True
    beside = sum(masses[part].size for part in element if part.tag == "p" and part in masses)
    return 2 * (beside - masses[paragraph].size) >= masses[element].size - masses[paragraph].size


def _is_box(element: HtmlElement, masses: Mapping[HtmlElement, Mass]) -> bool:
    """Whether an element holds running text, all of it directly in it or in one paragraph, and no heading."""
    if element not in masses or _HAS_HEADING(element):
        return False
    within = [child for child in element if child in masses]
    return not within or (
        len(within) == 1
        and masses[within[0]].size == masses[element].size
        and not any(child in masses for child in within[0])
    )


def _is_rest(
    passed: Sequence[tuple[HtmlElement, HtmlElement]],
    inner: Mass,
    links: float | None,
    masses: Mapping[HtmlElement, Mass],
) -> bool:
    """Whether what stands by a text so short is the rest of it: no link parts the two, and no headline.

    Nor is what a line of few words parts from the text below: a deck above date and byline.
    """
    if links or inner.size >= _LEAST_BELOW_HEADLINE:
        return False
    if any(_is_deck_above(element, within, masses) for element, within in passed):
        return False
    return not any(
        child in masses and child is not within and _OPENS_ANOTHER(child)
        for element, within in passed
        for child in element
    )


def _is_deck_above(element: HtmlElement, within: HtmlElement, masses: Mapping[HtmlElement, Mass]) -> bool:
    """Whether running text of an element stands above a line that is none, and that above one child."""
    above = False
    for child in element:
        if child is within:
            return False
        if child in masses:
            above = True
        elif above and _HAS_TEXT(child):
            return True
    return False


def _is_on_topic(outer: Mass, inner: Mass) -> bool:
    """Whether what an element adds to the one within has nearly as much to do with the topic."""
    size = outer.size - inner.size
    added = outer.topical - inner.topical - TOPICAL.least * size
    within = inner.topical - TOPICAL.least * inner.size
    return added * inner.size >= _SAME_TOPIC * size * within


def _heart(root: HtmlElement, masses: Mapping[HtmlElement, Mass], around: Set[HtmlElement]) -> HtmlElement:
    """Where the text on the topic is densest: from the root down into the child that outweighs the others.

    The elements ``around`` the headline count more.
    """

    def weight(child: HtmlElement) -> float:
        mass = masses[child]
        if child not in around:
            return mass.topical
        return mass.topical * (_WITH_HEADLINE if mass.size > LEAST_LENGTH else _DECK)

    node = root
    while True:
        inner = [child for child in node if child in masses]
        if not inner:
            return node
        kids = [child for child in inner if not _is_deck(child, masses)] or inner
        weights = sorted((weight(child) for child in kids), reverse=True)
        own = masses[node].topical - sum(masses[child].topical for child in inner)
        first, second = weights[0], weights[1] if len(kids) > 1 else 0.0
        if first < (own + sum(weights)) * 0.5 and second > first * 0.5:
            return node
        heaviest = max(kids, key=weight)
        # A list among paragraphs is a part of their text, however much of it stands there.
        if heaviest.tag in _LISTS and any(child.tag == "p" for child in inner):
            return node
        node = heaviest


def _is_deck(element: HtmlElement, masses: Mapping[HtmlElement, Mass]) -> bool:
    """Whether an element is a deck set as a heading, which may have more words of the topic than the text."""
    return element.tag in HEADINGS and masses[element].size <= LEAST_LENGTH
