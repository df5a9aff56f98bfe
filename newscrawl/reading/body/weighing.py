"""Weighs the running text of a page: how much of it stands in each element, and how much is on the topic.

What is weighed is the text of a block element as a reader sees it, its lines joined: neither the inline
elements in it nor the ``<br>`` that wrap it part it.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree
from lxml.html import HtmlElement

from newscrawl import words
from newscrawl.reading.body.relevance import FUNCTION_WORDS, topic_words
from newscrawl.reading.tree.measures import A_LIST, LONG_SENTENCE, MOST_REPEATED, MOSTLY, SENTENCE
from newscrawl.reading.tree.passages import is_passage
from newscrawl.reading.tree.pictures import PictureBoxes
from newscrawl.reading.tree.regions import Region, believed, names_of, region_of, row_of
from newscrawl.reading.tree.tags import HEADINGS
from newscrawl.reading.tree.text import fold, text_of
from newscrawl.reading.widgets.comments import asks_for_comments, begin_of_comments, is_answered

if TYPE_CHECKING:
    from newscrawl.reading.tree.outline import Lines, Outline

_LONGEST_BUTTON = 12
"""Characters of a button ("Read More"): a link of more is a headline. Half changes 2 of 290 pages, twice
3."""
_BLANKS = re.compile("[ \t\r\n]+")
_SHORT_LINKS = etree.XPath(
    ".//a[string-length(normalize-space(.)) <= 12][string-length(@href) > 1]"
    "[not(starts-with(@href, '#') or starts-with(@href, 'javascript'))]"
)
_PICTURES = etree.XPath("count(.//img)")
# The article behind the page's own, which sites load below it: a headline opens it.
_IS_NEXT = etree.XPath(
    "boolean((.//text()[normalize-space(.)])[1]"
    "[ancestor::h1 or (ancestor::a and (ancestor::h2 or ancestor::h3))])"
)
_BUTTON = re.compile(words.patterns("buttons", "opens an article"))


@dataclass(frozen=True, slots=True)
class Worth:
    """What a character of running text counts: at least, and more for each word of the topic beside it."""

    least: float
    a_word: float
    most_words: int = 4
    """Beyond so many words of title and description in one paragraph, more of them say no more."""

    def of(self, shared: int) -> float:
        """The worth where ``shared`` words of the topic stand in the text."""
        return self.least + self.a_word * min(shared, self.most_words)


_WEIGHT = Worth(0.3, 0.15)
"""As text: words of another topic are text too, and those on the topic count about three times as much."""

TOPICAL = Worth(0.01, 0.25)
"""As text on the topic: without a word of it next to nothing; length decides only between such texts."""

# A summary of one item in a list of articles is two or three sentences, a few boxes deep in its item.
_TEASER_SIZE, _TEASER_DEPTH = 450, 4
# Labels and buttons are shorter than this and of fewer words, sentences are not.
_SHORTEST, _FEWEST_WORDS = 30, 5

# With so much text without a known function word, beside that with one, the page is in another language.
_LONG_TEXT = 80
_MUCH_STRANGE = 0.5
"""How much text without known function words, to that with some, makes it count: a page in another language,
not its menus. Half changes 1 of 73 pages, twice none."""


class Mass:
    """The running text in an element: its characters, their weight, and how much of it is on the topic."""

    __slots__ = ("size", "topical", "weight")

    def __init__(self) -> None:
        self.size = self.weight = self.topical = 0.0

    def take(self, part: Mass) -> None:
        """Count the text of a part of the element."""
        self.size += part.size
        self.weight += part.weight
        self.topical += part.topical


class _Text:
    """The text of some lines of one block in a row: what stands outside links, or all where that is most."""

    __slots__ = ("block", "end", "text", "words")

    def __init__(self, block: HtmlElement, pieces: Sequence[str], end: int) -> None:
        self.block = block
        self.end = end
        self.text = " ".join(" ".join(pieces).split())
        self.words = self.text.lower().split()


def weigh(
    outline: Outline, head: Sequence[str], stated: str, around: Set[HtmlElement] = frozenset()
) -> dict[HtmlElement, Mass]:
    """The mass of each element with running text; empty where the page has none.

    ``head`` are title and description, ``stated`` the beginning of the text as stated elsewhere: what shares
    words with them is on the topic. Text in regions that are no running text counts in these alone, the
    summaries of other articles nowhere; what shares an element ``around`` the headline is none.
    """
    own = _blocks(outline, head, stated)
    parents: dict[HtmlElement, HtmlElement | None] = {}
    all_in: dict[HtmlElement, Mass] = defaultdict(Mass)
    for element, block in own.items():
        node: HtmlElement | None = element
        while node is not None:
            all_in[node].take(block)
            if node not in parents:
                parents[node] = node.getparent()
            node = parents[node]
    told = {
        element: block
        for element, block in own.items()
        if all_in[element].size >= _TEASER_SIZE or not _is_teaser(element, all_in, around)
    }
    total = sum(block.topical for element, block in told.items() if not _is_in_figure(element, parents))
    edges = {node for node in parents if _is_edge(node, all_in[node], total, around)}
    edges -= _paragraphs_by_name(edges, told)
    masses: dict[HtmlElement, Mass] = defaultdict(Mass)
    for element, block in told.items():
        _spread(element, block, masses, parents, edges)
    return masses if any(parents[node] is None for node in masses) else {}


def _is_edge(element: HtmlElement, mass: Mass, total: float, around: Set[HtmlElement]) -> bool:
    """Whether an element is a region that is no running text, so that nothing in it counts outside it.

    Its share of the page's text is that of the text's ``total`` weight: what has nothing to do with the topic
    says little of how much of the article a region holds, and neither do captions and summaries of others.
    """
    if element.tag == "article" and around and element not in around and _IS_NEXT(element):
        return True
    region = region_of(str(element.tag), names_of(element))
    if region is None or (region.kind == "caption" and _is_introduction(element)):
        return False
    # Readers may have written more than the article has: the field for the next comment stands with theirs.
    if around and element not in around and asks_for_comments(element, region.reason):
        return True
    share = mass.topical / total if total else 0.0
    return believed(region, mass.size, mass.size, mass.size / share if share else math.inf)


def _paragraphs_by_name(edges: Set[HtmlElement], told: Mapping[HtmlElement, Mass]) -> set[HtmlElement]:
    """Boxes of one paragraph each, side by side, that all bear one name of a region and are most of the text.

    The name is that of their letters ("text-caption"), unless most of them have a picture, as slides do.
    """
    by_name: dict[tuple[HtmlElement | None, Region], dict[HtmlElement, float]] = defaultdict(dict)
    for element, mass in told.items():
        box = element if element in edges else element.getparent()
        region = region_of(str(box.tag), names_of(box)) if box is not None and box in edges else None
        if box is not None and region is not None and not region.firm:
            boxes = by_name[row_of(box), region]
            boxes[box] = boxes.get(box, 0) + mass.size
    total = sum(mass.size for mass in told.values())
    found: set[HtmlElement] = set()
    for (row, region), boxes in by_name.items():
        if len(boxes) < A_LIST or sum(boxes.values()) <= MOSTLY * total:
            continue
        if region.kind != "caption" or row is None or _PICTURES(row) < MOSTLY * len(boxes):
            found.update(boxes)
    return found


def _is_in_figure(element: HtmlElement, parents: Mapping[HtmlElement, HtmlElement | None]) -> bool:
    """Whether a block stands under a picture, where it says the headline again."""
    node: HtmlElement | None = element
    while node is not None:
        if node.tag == "figure":
            return True
        node = parents[node]
    return False


def _is_introduction(element: HtmlElement) -> bool:
    """Whether a box holds a passage of several paragraphs: a gallery's introduction, whatever its name."""
    paragraphs = [text_of(child) for child in element if child.tag == "p"]
    return len(paragraphs) > 1 and is_passage(" ".join(" ".join(paragraphs).split()))


def _spread(
    element: HtmlElement,
    block: Mass,
    masses: dict[HtmlElement, Mass],
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


def _is_teaser(element: HtmlElement, all_in: Mapping[HtmlElement, Mass], around: Set[HtmlElement]) -> bool:
    """Whether a block is the summary in one item of a list of links to other articles.

    No item is what holds the page's headline too: a short article's column may look like that beside it.
    """
    item = element
    for _ in range(_TEASER_DEPTH):
        if item in around or all_in[item].size > _TEASER_SIZE or _is_introduction(item):
            return False
        if (
            item.tag != "p"
            and _is_led(element, item)
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


def _is_led(element: HtmlElement, item: HtmlElement) -> bool:
    """Whether an item has a linked headline or picture above the text in ``element``, or a button.

    What links follow a text are those that its article leads on to.
    """
    return any(map(_is_headline, _links_above(element, item))) or _has_button(item)


def _links_above(element: HtmlElement, item: HtmlElement) -> Iterator[HtmlElement]:
    """The links of an item above the text that stands directly in ``element``."""
    for node in item.iter():
        if node is element:
            break
        if node.tag == "a":
            yield node
    child: HtmlElement | None = None if _says(element.text) else next(iter(element), None)
    while child is not None:
        yield from child.iter("a")
        child = None if _says(child.tail) else child.getnext()


def _says(text: str | None) -> bool:
    return bool(text and text.strip())


def _leads_on(item: HtmlElement) -> bool:
    """Whether an item has a headline that is a link, a linked picture, or a button ("Read More")."""
    return any(map(_is_headline, item.iterdescendants("a"))) or _has_button(item)


def _has_button(item: HtmlElement) -> bool:
    return any(_BUTTON.fullmatch(" ".join(text_of(a).lower().split())) for a in _SHORT_LINKS(item))


def _is_headline(link: HtmlElement) -> bool:
    """Whether a link has more letters than a button and is no part of a sentence, or has a picture."""
    said = _BLANKS.sub(" ", text_of(link)).strip(" ")
    if len(said) > _LONGEST_BUTTON and not _is_in_sentence(link, said):
        return True
    return next(link.iterdescendants("img"), None) is not None


def _is_in_sentence(link: HtmlElement, said: str) -> bool:
    """Whether a link begins with a small word, or words that go on with its own stand on either side."""
    if said[0].islower():
        return True
    parent, previous = link.getparent(), link.getprevious()
    before = (previous.tail if previous is not None else parent.text if parent is not None else "") or ""
    behind = (link.tail or "").lstrip()[:1]
    return behind.islower() or (before.rstrip()[-1:].isalpha() and behind in (",", "."))


def _is_like(beside: HtmlElement, item: HtmlElement) -> bool:
    return beside.tag == item.tag and beside.get("class") == item.get("class") and _leads_on(beside)


def _blocks(outline: Outline, head: Sequence[str], stated: str) -> dict[HtmlElement, Mass]:
    """For each block element the running text that stands directly in it, captions of pictures left out.

    Where nothing but the title said again would be left, what stands beside a picture is the text.
    """
    topic = topic_words(*head, stated)
    own: dict[HtmlElement, Mass] = defaultdict(Mass)
    for text in _without_comments(_running(outline.lines), outline):
        _add(own[text.block], text, topic, head)
    pictures = PictureBoxes()
    captions = {e for e in own if pictures.around(e) is not None}
    told = {element: mass for element, mass in own.items() if element not in captions}
    return told if any(mass.topical for mass in told.values()) else own


def _running(lines: Lines) -> list[_Text]:
    """Sentences and texts with function words; of a page in a language of unknown words the long ones too."""
    known: list[_Text] = []
    strange: list[_Text] = []
    for text in _texts(lines):
        if len(text.text) <= _SHORTEST or len(text.words) < _FEWEST_WORDS or _is_addresses(text):
            continue
        if text.block.tag in HEADINGS and not _is_sentence(text.text):
            continue
        if _is_sentence(text.text) or not FUNCTION_WORDS.isdisjoint(text.words):
            known.append(text)
        elif len(text.text) >= _LONG_TEXT:
            strange.append(text)
    return known + strange if _length(strange) > _MUCH_STRANGE * _length(known) else known


def _without_comments(running: Sequence[_Text], outline: Outline) -> Iterable[_Text]:
    """The texts without readers' comments, which may be longer than the article that they stand below."""
    texts = [text for text in running if not is_answered(outline.lines, text.end)] or running
    begin = begin_of_comments(outline)
    if begin == len(outline.lines):
        return texts
    above = [text for text in texts if text.end <= begin]
    return above if _length(above) >= LONG_SENTENCE else texts


def _texts(lines: Lines) -> Iterator[_Text]:
    """The lines of a block in a row, joined: what stands outside links, or all where that is most of it."""
    blocks = lines.blocks
    first = 0
    for at in range(1, len(blocks) + 1):
        if at < len(blocks) and blocks[at] is blocks[first]:
            continue
        start, end = lines.starts[first], lines.starts[at] if at < len(blocks) else len(lines.texts)
        pieces, linked = lines.texts[start:end], lines.linked[start:end]
        # Most are entries of menus, and shorter than any text of which a part stands in links.
        if sum(map(len, pieces)) <= _SHORTEST:
            first = at
            continue
        if any(linked):
            free = [piece for piece, is_link in zip(pieces, linked, strict=True) if not is_link]
            pieces = pieces if sum(map(len, free)) >= MOSTLY * sum(map(len, pieces)) else free
        if sum(map(len, pieces)) > _SHORTEST:
            yield _Text(blocks[first], pieces, at)
        first = at


def _is_addresses(text: _Text) -> bool:
    """Whether most of a text is addresses, as in the data of a script's template."""
    if "://" not in text.text:
        return False
    return sum(len(word) for word in text.words if "://" in word) > MOSTLY * len(text.text)


def _is_sentence(text: str) -> bool:
    return len(text) >= SENTENCE and text[-1] in '.!?…"”:'


def _length(texts: Iterable[_Text]) -> int:
    return sum(len(text.text) for text in texts)


def _add(mass: Mass, text: _Text, topic: frozenset[str], head: Sequence[str]) -> None:
    size = len(text.text)
    shared = len(topic.intersection(text.words)) if topic else _WEIGHT.most_words
    mass.size += size
    mass.weight += size * _WEIGHT.of(shared)
    title, *rest = head
    if _repeats(text.text, title):
        return
    # The description may repeat the first paragraph, or be made of its words: they say little of the topic.
    if any(_repeats(text.text, part) for part in rest):
        shared = min(shared, 1)
    mass.topical += size * TOPICAL.of(shared)


def _repeats(text: str, part: str) -> bool:
    """Whether one of the two holds the other, whatever their quotes and dashes."""
    if not part or len(text) > MOST_REPEATED * len(part):
        return False
    text, part = fold(text), fold(part)
    return text in part or part in text
