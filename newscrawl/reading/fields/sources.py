"""Where fields come from: the readings of one page that several fields share, each made once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawl.reading.fields.extent import Extent
from newscrawl.reading.fields.headline import Headline
from newscrawl.reading.fields.statements import Statements
from newscrawl.reading.fields.title import find_headline
from newscrawl.reading.tree.measures import AROUND, BOXES, NEAR
from newscrawl.reading.tree.outline import marks_company, own_marks
from newscrawl.reading.tree.regions import names_of, region_of
from newscrawl.reading.tree.tags import HEADINGS
from newscrawl.record.once import once

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from newscrawl.reading.tree.outline import Line

_LINES_BEFORE = 5
"""Lines above the headline for whatever stands at it. Half changes none of 73 pages, twice 2."""
_LINES_AFTER = 25
"""Lines below the headline for the same: buttons, sizes of letters and a player may stand there. Half and
twice change none of 73 pages."""
_COLUMNS = ("aside", "nav")
_FOOTER = re.compile(r"(?:^|\s)(?:site-|page-|main-)?footer(?:\s|$)")
_WIDGETS = ("share buttons", "related links")
LINES_BELOW = 30
"""Bound: lines behind the text in which the writer's box and the date in the foot are looked for: tags,
buttons and links stand between."""
PARAGRAPH = 160
"""A line of this length that is no link is running text."""


def is_in_widget(line: Line) -> bool:
    """Whether a box around a line is one of buttons to share, or of links to other articles."""
    regions = (region_of(str(box.tag), names_of(box)) for box in line.around)
    return any(region is not None and region.reason.startswith(_WIDGETS) for region in regions)


def box_marks(element: HtmlElement) -> str:
    """The marks of an element; none of one that WordPress gives the article's own categories and tags."""
    marks = own_marks(element)
    return "" if "hentry" in marks or "type-post" in marks or "single-post" in marks else marks


class Sources(Statements):
    """What a page states of itself, its headline, and the lines around the headline.

    ``extent`` is where its text stands, once that is found.
    """

    extent = Extent()

    @once
    def headline(self) -> Headline:
        """The title, and where it stands."""
        return find_headline(self)

    @once
    def headline_links(self) -> dict[HtmlElement, bool]:
        """Of the links that were looked at, whether they are headlines of other articles: the same stand
        near many lines."""
        return {}

    @once
    def article_box(self) -> HtmlElement | None:
        """The smallest element around headline and text; None where either is not on the page."""
        at, last = self.headline.line, self.extent.last
        if at < 0 or last < 0:
            return None
        block = self.outline.lines[at].block
        around = {block, *block.iterancestors()}
        end = self.outline.lines[last].block
        return next((element for element in (end, *end.iterancestors()) if element in around), None)

    def in_article(self, line: Line) -> bool:
        """Whether ``line`` stands in the element around headline and text, and in no column beside it."""
        box = self.article_box
        if box is None:
            return True
        for element in (line.block, *line.block.iterancestors()):
            if element is box:
                return True
            if element.tag in _COLUMNS:
                return False
        return False

    def ends_text(self, line: Line) -> bool:
        """Whether ``line`` stands right behind the text, where it is signed, whatever box closes between, and
        in no column."""
        last = self.extent.last
        between = self.outline.lines[last + 1 : line.index] if last >= 0 else []
        return (
            0 <= last < line.index <= last + NEAR
            and not any(other.linked or other.block.tag in HEADINGS for other in between)
            and not self.in_column(line)
        )

    def is_near_end(self, line: Line) -> bool:
        """Whether few lines stand between the text and ``line``, those in boxes for sharing and of related
        links not counted."""
        last = self.extent.last
        if line.index < last + AROUND:
            return True
        between = self.outline.lines[last + 1 : line.index]
        return sum(not is_in_widget(other) for other in between) < AROUND

    def in_column(self, line: Line) -> bool:
        """Whether ``line`` stands in a column beside the article or in the footer of the page."""
        box, in_footer = self.article_box, False
        for element in (line.block, *line.block.iterancestors()):
            if element is box:
                return False
            if element.tag in _COLUMNS:
                return True
            in_footer = in_footer or element.tag == "footer" or _FOOTER.search(own_marks(element)) is not None
        return in_footer

    def is_near_headline(self, line: Line, *, levels: int = 4) -> bool:
        """Whether ``line`` and the headline share an element among their ``levels`` innermost ones.

        What stands below a headline right in the page's body shares that.
        """
        at = self.headline.line
        if at < 0:
            return False
        around = self.outline.lines[at].around[:levels]
        if len(around) <= 1 and line.index > at:
            return len(line.around) < levels
        return not set(line.around[:levels]).isdisjoint(around)

    def stands_flat(self, line: Line) -> bool:
        """Whether a line stands right above the headline, or above the date there, on a page where all three
        stand right in its body, and is no link."""
        at, lines = self.headline.line, self.outline.lines
        if at <= 0 or line.linked or not at - 2 <= line.index < at:
            return False
        between = lines[line.index + 1 : at]
        return all(other.is_dated for other in between) and all(
            len(other.around) <= 1 for other in (line, lines[at])
        )

    def accompanies(self, line: Line) -> bool:
        """Whether ``line`` stands in something that accompanies an article and does not hold its headline.

        The line right below the headline belongs to it, whatever its box is called: date and byline stand
        there in boxes named for the comments that they count.
        """
        if not line.beside or line.index == self.headline.end:
            return False
        at = self.headline.line
        shared = set(self.outline.lines[at].around) if at >= 0 else set()
        return any(
            marks_company(marks)
            for element, marks in zip(line.around, line.marks, strict=True)
            if element not in shared
        )

    @once
    def above(self) -> list[Line]:
        """The lines before the headline, nearest first."""
        at = self.headline.line
        return self.outline.lines[max(0, at - _LINES_BEFORE) : at][::-1] if at > 0 else []

    @property
    def below(self) -> list[Line]:
        """The lines after the headline, nearest first: up to the second paragraph of running text, and few
        behind the first, which may be a deck. Where no headline is shown, those right above the text in a
        box with it."""
        first, lines = self.extent.first, self.outline.lines
        if self.headline.line >= 0 or first < 0:
            return self._below
        boxes = set(lines[first].around[1 : BOXES + 1])
        above = lines[max(0, first - NEAR) : first][::-1]
        return [line for line in above if not boxes.isdisjoint(line.around[: BOXES + 1])]

    @once
    def _below(self) -> list[Line]:
        found: list[Line] = []
        paragraphs = behind = 0
        start = self.headline.end
        for line in self.outline.lines[start : start + _LINES_AFTER] if self.headline.line >= 0 else ():
            if not line.linked and len(line.text) >= PARAGRAPH:
                paragraphs += 1
            behind += paragraphs
            if paragraphs == 2 or behind > AROUND:
                break
            found.append(line)
        return found
