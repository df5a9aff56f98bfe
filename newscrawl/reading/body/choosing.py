"""Finds the lines of text that may be the article's body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from lxml import etree

from newscrawl import words
from newscrawl.reading.body import containers, copies, hydration, next_articles, slides, verses
from newscrawl.reading.body.pagesigns import is_called_gallery
from newscrawl.reading.tree.blocks import Block
from newscrawl.reading.tree.folding import one_line
from newscrawl.reading.tree.measures import BOXES, OPENING, SENTENCE
from newscrawl.reading.tree.selecting import select
from newscrawl.reading.tree.text import fold, text_of
from newscrawl.reading.tree.walking import walk

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from newscrawl.reading.fields.sources import Sources

# With less text than this in the HTML, the article may be in the data for the page's scripts.
_LITTLE_TEXT = 600
_CLEARLY_MORE = 1.5
"""How many times as much text the data must hold: they hold the same paragraphs twice, or a caption more."""


_REMNANT = 4
"""How many times as much text the structure must find before a site's rule has met only a remnant."""

# A reporter's code that stands after the container: "(kpl/otx)", "(rzy)", "[hen]".
_CODE = re.compile(r"[(\[][A-Za-z*]{1,6}\d{0,2}(?:[/-][\w*.]{1,12}){0,3}[)\]]")
_NO_CODE = re.compile(rf"[(\[](?:{words.patterns('edges', 'no code')})[)\]]", re.IGNORECASE)
_CODES_IN = etree.XPath(
    "descendant::text()[contains(., '(') or contains(., '[')]"
    "[starts-with(normalize-space(.), '(') or starts-with(normalize-space(.), '[')]"
    "[string-length(normalize-space(.)) <= 32][not(ancestor::a or parent::script)]"
)
_MOST_BESIDE = 12
"""Bound: elements behind a text in which a code is looked for, as the texts of all of them are read."""


@dataclass(slots=True)
class BodyFinding:
    """The blocks of the container that holds the text, and what pointed to it."""

    origin: str
    blocks: list[Block] = field(default_factory=list)


def find(sources: Sources, *, title: str | None) -> BodyFinding:
    """The body of the page whose article is called ``title``, with a verdict on every line of its container.

    A site rule is asked first, then the page's own structure. Where that holds little text, the data that the
    page ships for its scripts, and at last the ``articleBody`` of its structured data, may give the text.
    """
    finding = _by_rule_or_structure(sources, title)
    if _text_size(finding.blocks) < _LITTLE_TEXT:
        finding = _from_data(sources, title, finding)
    next_articles.drop(sources, finding.blocks)
    copies.drop(sources.outline, finding.blocks)
    return finding


def _by_rule_or_structure(sources: Sources, title: str | None) -> BodyFinding:
    """What the site's rule finds; where that is little, a redesign may have left the rule with a remnant."""
    ruled = _by_rule(sources)
    if ruled is not None and _text_size(ruled.blocks) >= _LITTLE_TEXT:
        return ruled
    found = _by_structure(sources, title)
    if ruled is not None and _text_size(found.blocks) <= _REMNANT * _text_size(ruled.blocks):
        return ruled
    return found


def _by_rule(sources: Sources) -> BodyFinding | None:
    """The elements of the first selector that leads to text: one container, or the parts of a split one."""
    for selector in sources.page.rules.body:
        elements = _outermost(select(sources.page, selector))
        blocks = [block for element in elements for block in _read(sources, element)]
        if _text_size(blocks):
            blocks += _codes_behind(elements[-1], blocks)
            return BodyFinding(f"rule: {selector}", blocks)
    return None


def _by_structure(sources: Sources, title: str | None) -> BodyFinding:
    description = next(
        iter(sources.page.meta.get("description") or sources.page.meta.get("og:description") or ()), ""
    )
    at = sources.headline.line
    container = containers.choose(
        sources.page.root,
        sources.outline,
        title=title or "",
        description=description,
        stated=_stated(sources),
        headline=sources.outline.lines[at].block if at >= 0 else None,
    )
    if container is None and at >= 0:
        container = verses.find(sources.outline, at)
    if container is None:
        return BodyFinding("none")
    blocks = _read(sources, container)
    blocks += _codes_behind(container, blocks)
    _add_slides(sources, container, blocks)
    return BodyFinding(f"generic: {_signature(container)}", blocks)


def _add_slides(sources: Sources, container: HtmlElement, blocks: list[Block]) -> None:
    """Take a gallery's slides for text; below a long text where the page is called so and counts them."""
    little = _text_size(blocks) < _LITTLE_TEXT
    called = is_called_gallery(sources)
    if (little or called) and not slides.within(blocks, called=called and little) and little:
        blocks += slides.beside(sources.page.steps, container, blocks, called=called)


def _from_data(sources: Sources, title: str | None, finding: BodyFinding) -> BodyFinding:
    """The finding, or one from the page's data where that holds clearly more text."""
    least = max(_text_size(finding.blocks) * _CLEARLY_MORE, 1)
    found = hydration.find(sources.page, title=title)
    if found is not None and found.size >= least:
        return BodyFinding(f"hydration: {found.origin}", found.blocks)
    blocks = hydration.blocks_of_text(_stated(sources))
    if blocks and (not finding.blocks or (_text_size(blocks) >= least and _go_on(blocks, finding.blocks))):
        return BodyFinding("ld: articleBody", blocks)
    return finding


def _go_on(blocks: list[Block], shown: list[Block]) -> bool:
    """Whether a text begins as the one that is shown does: that is its teaser, and the rest is for an app."""
    beginning = fold(" ".join(block.text for block in blocks))[:OPENING]
    told = (fold(block.text)[:SENTENCE] for block in shown if block.kept and len(block.text) >= SENTENCE)
    return any(map(beginning.__contains__, told))


def _stated(sources: Sources) -> str:
    """The text of the article as the structured data has it."""
    article = sources.data.article
    text = article.get("articleBody") if article else None
    return text if isinstance(text, str) else ""


def _read(sources: Sources, container: HtmlElement) -> list[Block]:
    dropped = {
        element: f"site rule: {selector}"
        for selector in sources.page.rules.drop
        for element in select(sources.page, selector, container)
    }
    return walk(container, steps=sources.page.steps, dropped=dropped)


def _outermost(elements: list[HtmlElement]) -> list[HtmlElement]:
    chosen = set(elements)
    return [element for element in elements if chosen.isdisjoint(element.iterancestors())]


def _codes_behind(container: HtmlElement, blocks: list[Block]) -> Iterator[Block]:
    """The reporter's code that some families print after the container, behind the widgets there."""
    if any(block.kept and _CODE.fullmatch(block.text) for block in blocks[-3:]):
        return
    element: HtmlElement | None = container
    for _ in range(BOXES):
        if element is None or element.tag == "body":
            return
        for text in _codes_beside(element):
            code = one_line(text)
            if _CODE.fullmatch(code) and not _NO_CODE.fullmatch(code):
                yield Block(code, reason="reporter code behind the text")
                return
        element = element.getparent()


def _codes_beside(element: HtmlElement) -> Iterator[str]:
    """The short texts in brackets in the next elements; in most of these stands no bracket at all."""
    beside = (sibling for sibling in element.itersiblings() if isinstance(sibling.tag, str))
    for sibling in islice(beside, _MOST_BESIDE):
        said = text_of(sibling)
        if "(" in said or "[" in said:
            yield from _CODES_IN(sibling)


def _text_size(blocks: list[Block]) -> int:
    return sum(len(block.text) for block in blocks if block.kept and block.link_share < 0.5)


def _signature(element: HtmlElement) -> str:
    """How a person names the element: ``div#article.read__content``."""
    ident = f"#{element.get('id')}" if element.get("id") else ""
    names = "".join(f".{name}" for name in (element.get("class") or "").split()[:2])
    return f"{element.tag!s}{ident}{names}"
