"""The line under a picture, and the credit that stands in an element of its own beside it."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from newscrawl import words
from newscrawl.reading.byline import roles
from newscrawl.reading.byline.dateline import read_dateline
from newscrawl.reading.dates.spotting import is_bare_date
from newscrawl.reading.fields.credits import (
    begins_with_label,
    credit_of,
    has_labelled_credit,
    is_all_credit,
    is_credit,
    is_credit_label,
    is_read_aloud,
    may_be_credit,
    says_kind,
    without_label,
    without_label_at_end,
)
from newscrawl.reading.fields.pictures import is_file
from newscrawl.reading.tree.measures import A_LIST, FEWEST_BLANKS, LONGEST_CAPTION
from newscrawl.reading.tree.outline import Line, own_marks
from newscrawl.reading.tree.tags import HEADINGS, PICTURES
from newscrawl.reading.tree.text import fold, text_of
from newscrawl.reading.widgets.edges import ends_like_caption

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

    from newscrawl.reading.fields.pictures import Picture
    from newscrawl.reading.fields.sources import Sources

_LONGEST_CREDIT = 80
"""Characters of a credit with its label; a longer line is a caption. Half changes 1 of 73 pages, twice
none."""
_MARK = re.compile(words.patterns("pictures", "caption mark"))
_CREDIT_MARK = re.compile(words.patterns("pictures", "credit mark"))
_BUTTON = re.compile(words.patterns("pictures", "button"))
_BUTTON_TEXT = re.compile(
    rf"\s{{0,3}}(?:\.{{3}}|…)?\s{{0,3}}(?:{words.patterns('pictures', 'button text')})$", re.IGNORECASE
)
_LABEL = re.compile(
    rf"\W{{0,2}}(?i:{words.patterns('pictures', 'label of a caption')})\s?[:.–—-]\s{{0,2}}"
    r"(?=[A-Z0-9\"“‘'].{20})"
)
"""What stands before a caption and is none: a sentence follows, and no credit or kind of picture."""
_READ_ALOUD = re.compile(rf"(?:{words.patterns('pictures', 'caption read aloud')}),\s?", re.IGNORECASE)
_OPENING = re.compile(rf"(?:{words.patterns('pictures', 'opening')})\b", re.IGNORECASE)
_CAPTURE = re.compile(words.patterns("pictures", "capture"), re.IGNORECASE)
_NOTICE = re.compile(rf"(?:{words.patterns('pictures', 'notice')})\s?[,.:]?\s?(?:19|20)\d\d\b", re.IGNORECASE)
"""The copyright notice of a site: its year tells it from a credit, unless the line is called a caption."""
_SET_APART = re.compile(words.patterns("pictures", "set apart"))
_COUNTER = re.compile(r"\d{1,3} ?(?:dari|of|/) ?\d{1,3}(?: \w{3,8})?", re.IGNORECASE)
"""What counts pages or pictures: "3 dari 7 halaman"."""
_TOLD = re.compile(r"(?:[^\s/:]+ ){3,30}\(([^()]{2,40})\)")
"""Words of a caption, and behind them in brackets who made the picture."""
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_SLANTED = ("em", "i", "small", "figcaption")
_LEVELS = 5
"""Boxes around a picture in which its caption is looked for. Half changes 2 of 290 pages, twice none."""
_BEFORE, _BEHIND = 4, 6
"""Lines before and behind a picture in its box: buttons, credits and a caption in parts stand there. Half
changes none and 2 of 73 pages, twice none and none."""
_NEXT = 2
"""Lines right behind a picture that need no name to be its caption, but its looks. Half changes 2 of 290
pages, twice 1."""


class Caption(NamedTuple):
    """What is said of a picture: its caption, and who made it."""

    text: str | None = None
    credit: str | None = None


def clean(text: str) -> str:
    """A caption without the label before it and the button that closes it."""
    label = _LABEL.match(text) or _READ_ALOUD.match(text)
    return _BUTTON_TEXT.sub("", text[label.end() :] if label else text)


def caption_of(sources: Sources, picture: Picture, others: Sequence[Picture]) -> Caption:
    """What the page says of ``picture``: in the box that it has for itself, else on the lines behind it."""
    found = Caption()
    for box in _boxes(sources, picture, others):
        if lines := _lines_in(sources, picture, box):
            found = _read(sources, lines)
            # The caption of a figure may stand outside the box with picture and credit.
            if found.text is not None or next(box.iterancestors("figure"), None) is None:
                break
    if found.text is None:
        behind = _read(sources, _behind(sources, picture, others))
        found = Caption(behind.text, found.credit or behind.credit)
    return found


def _boxes(sources: Sources, picture: Picture, others: Sequence[Picture]) -> Iterator[HtmlElement]:
    """The elements around the picture that hold no other, no text and no headline; inner ones first."""
    head = sources.headline.line
    heading = sources.outline.lines[head].around if head >= 0 else []
    taken = {a for other in others if other is not picture for a in other.element.iterancestors()}
    for level, element in enumerate(picture.element.iterancestors()):
        if level >= _LEVELS or element.tag == "body" or element in taken:
            return
        if element in sources.extent.holders or element in heading:
            return
        yield element
        if element.tag == "figure":
            return


def _lines_in(sources: Sources, picture: Picture, box: HtmlElement) -> list[Line]:
    """The lines in a box that may speak of its picture."""
    near = sources.outline.lines[max(0, picture.line - _BEFORE) : picture.line + _BEHIND]
    inside = (line for line in near if line.block is box or box in line.block.iterancestors())
    return [line for line in inside if _may_be(sources, line, picture)]


def _behind(sources: Sources, picture: Picture, others: Sequence[Picture]) -> list[Line]:
    """The line behind the picture, if it is a caption by its name, its wording or how it is set.

    Behind the headline what has links, "Komentari / Daerah / Oleh X", is the byline unless its name says so.
    """
    head = sources.headline.line
    alternative = fold(picture.element.get("alt") or picture.element.get("title") or "")
    end = min((other.line for other in others if other.line > picture.line), default=picture.line + _BEHIND)
    near = sources.outline.lines[picture.line : min(end, picture.line + _BEHIND)]
    for at, line in enumerate(near):
        if sources.extent.holds(line):
            return [line] if at == 0 and _is_under_picture(sources, line) else []
        if sources.in_column(line) or (_NOTICE.match(line.text) and not is_marked(line)):
            return []
        is_heading = line.block.tag in HEADINGS and credit_of(line.text) is None
        if is_heading or not _may_be(sources, line, picture):
            continue
        if picture.line <= head < line.index and _has_links(line) and not is_marked(line):
            continue
        if at < _NEXT and (_looks_like_caption(sources, line) or _is_next_sentence(sources, picture, line)):
            return [
                line,
                *(other for other in near[at + 1 : at + 2] if _goes_on(sources, line, other, picture)),
            ]
        if fold(line.text) == alternative:
            below = near[at + 1 : at + 2]
            return [line, *(other for other in below if _is_credit_line(other) or is_credit(other.text))]
    return []


def _has_links(line: Line) -> bool:
    return any(element.tag == "a" for element in line.inline)


def _goes_on(sources: Sources, line: Line, other: Line, picture: Picture) -> bool:
    """Whether a line stands in one element with the caption before it: "Foto: X", a break, a sentence."""
    return other.block is line.block and _may_be(sources, other, picture)


def _is_under_picture(sources: Sources, line: Line) -> bool:
    """Whether a line that is still among those of the text is the caption of the picture before it."""
    if len(line.text) > LONGEST_CAPTION:
        return False
    if not sources.extent.is_pictured(line):
        # The picture may stand above the box of the text, with nothing between the two.
        return ends_like_caption(line.text) and _is_above_dateline(sources, line)
    is_told = has_labelled_credit(line.text) or _LABEL.match(line.text) is not None
    is_told = is_told or (credit_of(line.text) is not None and _is_above_dateline(sources, line))
    return is_told and not roles.has_closed_label(line.text)


def _is_above_dateline(sources: Sources, line: Line) -> bool:
    """Whether the text begins behind a line, with its dateline."""
    behind, site = sources.outline.lines[line.index + 1 : line.index + 2], sources.sites_run_together
    return any(sources.extent.holds(first) and read_dateline(first.text, site=site) for first in behind)


def _is_next_sentence(sources: Sources, picture: Picture, line: Line) -> bool:
    """Whether a line right behind a picture below the headline is a sentence, above where the text begins."""
    is_between = sources.headline.line < picture.line == line.index < sources.extent.first
    return is_between and line.text.count(" ") >= FEWEST_BLANKS and line.text.endswith((".", ")", ".”", '."'))


def _looks_like_caption(sources: Sources, line: Line) -> bool:
    return (
        is_marked(line)
        or sources.extent.is_caption(line)
        or _is_set_apart(line)
        or (_OPENING.match(line.text) or _LABEL.match(line.text)) is not None
        or credit_of(line.text) is not None
        or _inline_credit(line) is not None
    )


def _is_set_apart(line: Line) -> bool:
    """Whether all of a line is slanted or small, as captions without a name are."""
    if line.block.tag in _SLANTED or _SET_APART.search(own_marks(line.block)):
        return True
    around = (line.block, *line.inline)
    slanted = [element for element in around if element.tag in _SLANTED]
    return all(
        holder in slanted or any(element in slanted for element in holder.iterancestors())
        for holder in line.holders
    )


def is_marked(line: Line) -> bool:
    """Whether the page calls the line a caption."""
    if line.block.tag == "figcaption":
        return True
    if _BUTTON.search(own_marks(line.block)):
        return False
    return any(map(_MARK.search, (*line.marks[:2], *map(own_marks, line.inline))))


def _may_be(sources: Sources, line: Line, picture: Picture) -> bool:
    text = line.text
    is_number = text[:1].isdigit() and (len(text) < 8 or _COUNTER.fullmatch(text))
    if not 2 <= len(text) <= LONGEST_CAPTION or is_number or _READ_ALOUD.fullmatch(text):
        return False
    if line.linked and not (_is_linked_credit(line) or _is_in_its_link(line, picture)):
        return False
    if line.is_dated and (is_bare_date(text) or not (is_marked(line) or sources.extent.is_caption(line))):
        return False
    is_button = _BUTTON.search(own_marks(line.block)) is not None or _BUTTON_TEXT.fullmatch(text) is not None
    if (
        is_button
        or (_is_of_facts(line) and not is_marked(line))
        or _is_byline(sources, line)
        or sources.extent.holds(line)
    ):
        return False
    if any(_HIDDEN.search(element.get("style") or "") for element in line.around[:4]):
        return False
    folded, title = fold(text), fold(sources.headline.text or "")
    # The way from home ends with the title.
    return folded not in _stated(sources) and not (title and folded.endswith(f" {title}"))


def _is_linked_credit(line: Line) -> bool:
    """Whether a line that is a link says where the picture is from, and is no teaser ("Foto: 10 Potret")."""
    if is_credit(line.text) or _is_credit_line(line):
        return True
    return len(line.text) <= _LONGEST_CREDIT and _is_set_apart(line) and has_labelled_credit(line.text)


def _is_of_facts(line: Line) -> bool:
    """Whether a line is a cell of a table of several rows, as in a box of facts; a picture's has two."""
    table = (
        next((e for e in line.around if e.tag == "table"), None) if line.block.tag in ("td", "th") else None
    )
    return table is not None and sum(1 for _ in islice(table.iter("tr"), A_LIST)) == A_LIST


def _is_byline(sources: Sources, line: Line) -> bool:
    """Whether a line is a byline, or in one paragraph with one above it: "Oleh: X", "(Pemerhati Pesisir)"."""
    if roles.has_closed_label(line.text):
        # "Fotografer: X" is a byline too, beside a picture it says whose that is.
        return not begins_with_label(line.text)
    before = sources.outline.lines[line.index - 1] if line.index else None
    return before is not None and before.block is line.block and roles.has_closed_label(before.text)


def _is_in_its_link(line: Line, picture: Picture) -> bool:
    """Whether the link of a line is that of the picture above it, to its own file: themes wrap both in it."""
    link = next((a for a in picture.element.iterancestors("a") if is_file(a.get("href") or "")), None)
    return link is not None and (link in (*line.around, *line.inline) or link in line.block.iterancestors())


def _stated(sources: Sources) -> set[str]:
    """What stands beside a picture and is no caption: the title and the summaries of the page's head."""
    meta = sources.page.meta
    texts = [text for key in ("og:description", "description") for text in meta.get(key, ())]
    return {fold(sources.headline.text or ""), *map(fold, texts)}


def _read(sources: Sources, lines: Sequence[Line]) -> Caption:
    """Caption and credit in the lines beside a picture: at most one line for either.

    A label of credits alone on a line is that of the next one.
    """
    at = next((n for n, line in enumerate(lines[:-1]) if is_credit_label(line.text)), None)
    if at is not None and len(lines[at + 1].text) <= _LONGEST_CREDIT:
        return Caption(
            _read(sources, [*lines[:at], *lines[at + 2 :]]).text, without_label(lines[at + 1].text)
        )
    said = [line for line in lines if not _is_credit_line(line)]
    credits = [line for line in lines if _is_credit_line(line)]
    if not said:
        return _of_one(sources, credits[0]) if credits else Caption()
    if len(lines) == 1 and (
        is_credit(said[0].text) or (_CAPTURE.match(said[0].text) and may_be_credit(said[0].text))
    ):
        return Caption(None, said[0].text)
    line = next((line for line in said if is_marked(line)), said[0])
    other = next((other for other in said if other is not line), None)
    if not credits and other is not None:
        if _names_maker(line.text) and (not _names_maker(other.text) or begins_with_label(line.text)):
            line, other = other, line
        credits = [other] if _names_maker(other.text) else []
    text = clean(line.text)
    inline = None if credits else _inline_credit(line)
    said_so = credits[0].text if credits else ""
    credit = (credit_of(said_so) if is_all_credit(said_so) else without_label(said_so)) if credits else inline
    if inline and any(map(_is_called_credit, line.inline)):
        text = without_label_at_end(text.removesuffix(inline).rstrip()) or text
    if inline and text.startswith(f"{inline} ") and text[len(inline) + 1].isupper():
        text = text[len(inline) + 1 :]
    return Caption(text or None, credit or credit_of(text, known=sources.extent.quotes))


def _names_maker(text: str) -> bool:
    """Whether a line beside a caption says nothing but who made the picture."""
    return may_be_credit(text) or is_all_credit(text)


def _of_one(sources: Sources, line: Line) -> Caption:
    """A lone line that is called a credit: a caption with the credit in it, or nothing but the credit."""
    credit = credit_of(line.text, known=sources.extent.quotes)
    if credit is not None and credit != line.text and not line.text.startswith(("©", "(c)", "(")):
        return Caption(clean(line.text), credit)
    if says_kind(line.text):
        return Caption(line.text, None)
    if (told := _TOLD.fullmatch(line.text)) is not None and not begins_with_label(line.text):
        return Caption(clean(line.text), told[1])
    return Caption(None, without_label(line.text))


def _is_credit_line(line: Line) -> bool:
    if is_read_aloud(line.text):
        return True
    if len(line.text) > _LONGEST_CREDIT or (line.block.tag == "figcaption" and not line.linked):
        return False
    spanning = [line.block, *(element for element in line.inline if _spans(line, element))]
    return any(map(_CREDIT_MARK.search, map(own_marks, spanning)))


def _spans(line: Line, element: HtmlElement) -> bool:
    """Whether an inline element holds all of a line."""
    return all(holder is element or element in holder.iterancestors() for holder in line.holders)


def _inline_credit(line: Line) -> str | None:
    """A part of the line in an element that is called a credit, or the brackets in one at its end."""
    for element in line.inline:
        text = " ".join(text_of(element).split())
        if not 2 <= len(text) <= _LONGEST_CREDIT or text == line.text:
            continue
        bracketed = line.text.endswith(text) and text.startswith("(") and text.endswith(")")
        if bracketed or _is_called_credit(element) or _parts_from_picture(line, element, text):
            return without_label(text)
    return None


def _parts_from_picture(line: Line, element: HtmlElement, text: str) -> bool:
    """Whether a ``<span>`` with a maker's name stands between the picture and a sentence on it."""
    before = element.getprevious()
    return (
        element.tag == "span"
        and before is not None
        and before.tag in PICTURES
        and line.text.startswith(text)
        and line.text[len(text) :].lstrip()[:1].isupper()
        and may_be_credit(text)
    )


def _is_called_credit(element: HtmlElement) -> bool:
    """Whether an element's name or tag says that it holds a credit."""
    return element.tag == "cite" or _CREDIT_MARK.search(own_marks(element)) is not None
