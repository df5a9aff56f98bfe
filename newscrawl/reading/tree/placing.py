"""What a line is by its place, whatever its box is called: a caption by a picture, another article's card."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from newscrawl import words
from newscrawl.reading.tree.measures import BOXES, CARD, FEWEST_BLANKS, LONG_SENTENCE, SENTENCE, WHOLLY_LINKED
from newscrawl.reading.tree.passages import LEAST_LENGTH
from newscrawl.reading.tree.pictures import BESIDE_PICTURE, PictureBoxes
from newscrawl.reading.tree.regions import Region
from newscrawl.reading.tree.text import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.html import HtmlElement

    from newscrawl.reading.tree.blocks import Block

_UNDER_PICTURE = Region("caption: under a picture", "caption", sure=True)
_CREDIT = re.compile(r"\((?!\d)[^()]{3,60}\)\.?$|/ ?[A-Z][\w. ]{2,30}$|©")
# "(Foto: Rudi)": a credit by its own word.
_SURE_CREDIT = re.compile(
    rf"\((?:{words.patterns('pictures', 'credit label', 'archive')})\b[^()]{{0,60}}\)\.?$", re.IGNORECASE
)
_UNFINISHED = re.compile(r"[A-Z].*[^.!?…:;,\"”'’)\]]")
# A box of a gallery: a picture that leads to its own page, and a paragraph with what it shows. A box of many
# elements would be read again for each of its lines.
_ALONE_UNDER_LINK = etree.XPath(
    "boolean(self::p/parent::div[not(*[4])][*[1][self::a][.//img or .//amp-img]]"
    "[normalize-space(.) = normalize-space(p)])"
)
_NAMES_WRITER = re.compile(rf"(?:{words.patterns('edges', 'signed')})\b", re.IGNORECASE)
_GLUED_CODE = re.compile(r"(?P<text>.*\S)\s+(?P<code>[(\[][a-z*]{1,6}(?:/[a-z*]{1,8}){1,2}[)\]])")
_SPOKEN = "*\"“‘'-"
_CARD = Region("related links: card of another article", firm=True)
_ANNOUNCES = ("baca juga", "lihat juga", "simak juga", "baca pula")
"""How a link begins that stands in a paragraph: it heads no card."""
_LONGEST_IN_ROW = 700
"""Characters of a card with a picture beside another like it: a lead of three sentences and the headline."""


class Line(NamedTuple):
    """A block, its element, and the regions around it that may turn out to be no running text.

    ``pictured`` tells whether a picture stands right before it, ``set_apart`` whether it is set as captions
    are: in italics, small or centred; ``wrapped`` whether a break alone parts it from the picture.
    """

    block: Block
    element: HtmlElement | None
    regions: tuple[tuple[HtmlElement, Region], ...]
    pictured: bool = False
    set_apart: bool = False
    wrapped: bool = False


def placed(lines: list[Line], container: HtmlElement) -> list[Line]:
    """The lines, with the regions that their places in ``container`` make of them."""
    return [*_under_pictures(_in_cards(_beside_pictures(lines, container), container))]


def _beside_pictures(lines: list[Line], container: HtmlElement) -> list[Line]:
    """The lines, each that stands in one box with a picture and no other long line in a region of its own."""
    pictures = PictureBoxes(container)
    boxes: dict[HtmlElement, HtmlElement | None] = {}
    for line in lines:
        element = line.element
        if element is not None and line.block.kind == "paragraph" and element not in boxes:
            boxes[element] = pictures.around(element)
    held = Counter(boxes[line.element] for line in lines if line.element in boxes and _is_long(line.block))
    found = []
    for line in lines:
        box = boxes.get(line.element) if line.element is not None and not line.regions else None
        if box is None or held[box] > 1:
            found.append(line)
        else:
            found.append(line._replace(regions=((box, BESIDE_PICTURE),)))
    return found


def _is_long(block: Block) -> bool:
    return len(block.text) >= SENTENCE


def _under_pictures(lines: Iterable[Line]) -> Iterable[Line]:
    """The lines, each that is set as a caption or ends in a credit, right below a picture, in a region.

    A reporter's code behind such a caption is a line of its own.
    """
    for line in lines:
        block = line.block
        if line.regions or line.element is None or not line.pictured or not _is_caption(line):
            yield line
            continue
        found = _GLUED_CODE.fullmatch(block.text)
        if found:
            block.text = found["text"]
        yield line._replace(regions=((line.element, _UNDER_PICTURE),))
        if found:
            yield line._replace(block=type(block)(found["code"], marks=block.marks))


def _is_caption(line: Line) -> bool:
    block = line.block
    if block.kind not in ("paragraph", "heading") or len(block.text) > LEAST_LENGTH:
        return False
    if block.text.endswith(":") or block.text[0] in _SPOKEN or block.link_share > WHOLLY_LINKED:
        return False
    if line.set_apart or _SURE_CREDIT.search(block.text):
        return True
    if ". " in block.text:
        return False
    return _CREDIT.search(block.text) is not None or (
        block.kind == "paragraph"
        and len(block.text) <= LONG_SENTENCE
        and block.text.count(" ") >= FEWEST_BLANKS
        and not block.text.isupper()
        and not _NAMES_WRITER.match(block.text)
        and _UNFINISHED.fullmatch(block.text) is not None
        and (line.wrapped or (line.element is not None and _ALONE_UNDER_LINK(line.element)))
    )


def _in_cards(lines: list[Line], container: HtmlElement) -> list[Line]:
    """The lines, those of a box with a linked headline and little else (a card) in a region.

    The headline is set as one, or a picture beside it leads where it does.
    """
    cards: set[HtmlElement] = set()
    for line in lines:
        block, element = line.block, line.element
        if (
            block.kind in ("heading", "paragraph")
            and block.link_share >= WHOLLY_LINKED
            and block.text.count(" ") >= FEWEST_BLANKS
            and not block.text.lower().startswith(_ANNOUNCES)
            and element is not None
            and (card := _card_around(element, container)) is not None
            and (block.kind == "heading" or _pictures_link(card, element))
        ):
            cards.add(card)
    if not cards:
        return lines
    return [
        line
        if line.element is None or (card := _first_in(cards, line.element)) is None
        else line._replace(regions=((card, _CARD), *line.regions))
        for line in lines
    ]


def _card_around(heading: HtmlElement, container: HtmlElement) -> HtmlElement | None:
    """The largest box around a linked headline, in the container, with no more text than a card has.

    Where headline and picture stand right in it, it is the element of the headline's line itself.
    """
    card: HtmlElement | None = None
    node = heading if next(heading.iter("img", "amp-img"), None) is not None else heading.getparent()
    for _ in range(BOXES):
        if node is None or node is container or (size := len(text_of(node))) > _LONGEST_IN_ROW:
            break
        if size <= CARD or _is_in_row(node, heading):
            card = node
        # A card begins with picture, date or headline: what has a sentence before them is the text around it.
        if any(len(text_of(before).strip()) >= SENTENCE for before in node.itersiblings(preceding=True)):
            break
        node = node.getparent()
    return card


def _is_in_row(card: HtmlElement, heading: HtmlElement) -> bool:
    """Whether a box with a picture and the headline that it leads to stands beside another like it."""
    beside = [other for other in (card.getprevious(), card.getnext()) if other is not None]
    return any(
        other.tag == card.tag
        and other.get("class") == card.get("class")
        and next((a for a in other.iter("a") if _is_pictured(a)), None) is not None
        for other in beside
    ) and _pictures_link(card, heading)


def _pictures_link(card: HtmlElement, line: HtmlElement) -> bool:
    """Whether a picture in a box leads where a linked line in it does, as in a card without a heading."""
    targets = {a.get("href") for a in line.iter("a")}
    return any(a.get("href") in targets for a in card.iter("a") if _is_pictured(a))


def _is_pictured(link: HtmlElement) -> bool:
    return next(link.iter("img", "amp-img"), None) is not None


def _first_in(cards: set[HtmlElement], element: HtmlElement) -> HtmlElement | None:
    node: HtmlElement | None = element
    for _ in range(2 * BOXES):
        if node is None or node in cards:
            return node
        node = node.getparent()
    return None
