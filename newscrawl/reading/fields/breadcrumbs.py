"""The breadcrumb: the way from the home page to the article, as the page shows it at the headline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby, islice, pairwise
from typing import TYPE_CHECKING

from newscrawl import words
from newscrawl.reading.fields.folders import MOST_FOLDERS, folders_of, own_folders
from newscrawl.reading.tree.measures import A_LIST, AROUND, LABEL
from newscrawl.reading.tree.outline import Line, own_marks
from newscrawl.reading.tree.text import fold, text_of, tidy

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from newscrawl.reading.fields.sources import Sources

LONGEST = 50
"""A longer text names no section."""

_CRUMB = re.compile(words.patterns("sections", "crumb mark"))
MENU = re.compile(words.patterns("sections", "menu mark"))
SPLIT = re.compile(r"\s{0,3}[»›><|•→\\·]\s{0,3}|\s{1,3}[/-]\s{1,3}|^/\s{0,3}|\s{0,3}/$")
_SIGNS = re.compile(r"[»›></→]")
_LISTS = frozenset(("ul", "ol"))
_MOST_CRUMBS, _MOST_LINKS = 6, 8
"""Entries of a breadcrumb's line and links of its box: more are a menu. Half changes 5 and 2 of 290 pages,
twice none and none."""
_MOST_ENTRIES = 3
"""Entries of a row that nothing calls a breadcrumb. Half changes 1 of 73 pages, twice none."""
HOME = frozenset(words.texts("sections", "home"))
_HOME_FIRST = tuple(HOME)
NAMES = frozenset(words.texts("sections", "name"))
_HERE = re.compile(rf"(?:{words.patterns('sections', 'before crumbs')})\s?:?\s{{0,3}}")
WEAK = frozenset(words.texts("sections", "weak"))
BELOW = 6
"""Lines above and below the headline in which sections stand: date, names and buttons stand between. Half
changes 4 and 1 of 73 pages, twice 1 and 1."""
LEVELS = 6
"""Boxes around a line near the headline, one of which must hold the headline. Half changes 1 of 73 pages,
twice none."""


def crumbs(sources: Sources) -> list[str]:
    """The entries of the breadcrumb at the headline, the most specific first.

    The last entry that is a link comes before what stands behind it: that is the page itself, whatever it is
    called, unless the menu has an entry of that name or it is a usual one of sections.
    """
    head, lines = sources.headline, sources.outline.lines
    if head.line < 0:
        return []
    above = [line for line in lines[max(0, head.line - AROUND) : head.line] if _is_crumb(sources, line)]
    if not above or _are_siblings(sources, above) or _is_headed(sources, above):
        beside = lines[max(0, head.line - 1) : head.line]
        above = _listed(sources, [line for line in beside if line.block.tag == "li"])
    under = lines[head.end : head.end + BELOW]
    below = [line for line in under if _is_named_crumb(line) or _leads_on(sources, line)]
    below = below or _listed(sources, [line for line in under if line.block.tag == "li"])
    title = fold(head.text or "")
    found = _entries(above, title) or _entries(below, title)
    found.sort(key=lambda entry: fold(entry[0]) not in WEAK)
    links = [name for name, linked in found if linked]
    if not links or not found or found[-1][1] or fold(found[-1][0]) in menu(sources) | NAMES:
        return [name for name, _ in reversed(found)]
    return [*reversed(links), *(name for name, linked in reversed(found) if not linked)]


def _listed(sources: Sources, items: Sequence[Line]) -> list[Line]:
    """The items of the list of the first of ``items`` if it leads from the home page into one section.

    A list of more may be the menu, unless it is one in order, or ends with the headline itself.
    """
    box = items[0].block.getparent() if items else None
    if box is None:
        return []
    at, lines = items[0].index, sources.outline.lines
    own = [
        line
        for line in lines[max(0, at - _MOST_ENTRIES) : at + _MOST_ENTRIES]
        if line.block.tag == "li" and line.block.getparent() is box
    ]
    ends_here = fold(own[-1].text) == fold(sources.headline.text or "")
    links = own[:-1] if ends_here else own
    most = _MOST_ENTRIES if ends_here or box.tag == "ol" else 2
    is_way = sum(1 for _ in box.iter("li")) == len(own) and 1 < len(own) <= most
    return links if is_way and all(line.linked for line in links) and fold(own[0].text) in HOME else []


def _are_siblings(sources: Sources, lines: Sequence[Line]) -> bool:
    """Whether what is called a breadcrumb is a row of a menu: three links to folders beside each other.

    A breadcrumb begins with the home page, has signs between its entries, or leads from one folder into the
    next; and one of them is the folder of the page.
    """
    at = {line.index for line in lines}
    links = [anchor for anchor, line in sources.outline.links if line in at]
    names = {fold(tidy(text_of(anchor))) for anchor in links}
    places = [folders_of(anchor) for anchor in links]
    return (
        len(links) >= A_LIST
        and all(len(folders) == 1 for folders in places)
        and not any(_SIGNS.search(line.text) for line in lines)
        and names.isdisjoint(HOME | own_folders(sources))
    )


def _is_headed(sources: Sources, lines: Sequence[Line]) -> bool:
    """Whether what is called a breadcrumb is a menu below its name: "Kalkulator", and links in one folder.

    A way begins with a link or at home, has signs between its entries or leads from one folder into the next.
    """
    at = {line.index for line in lines}
    places = {line: folders_of(anchor) for anchor, line in sources.outline.links if line in at}
    if len(places) < 2 or not all(places.values()) or any(_SIGNS.search(line.text) for line in lines):
        return False
    first, before = lines[0], sources.outline.lines[lines[0].index - 1]
    name = before if first.index in places else first
    named = name.block.getparent() is lines[-1].block.getparent() and not name.linked
    beside = len({tuple(folders[:-1]) for folders in places.values()}) == 1
    text = fold(name.text)
    return named and beside and text not in HOME and not text.endswith(":") and not _HERE.match(text)


def _entries(lines: Iterable[Line], title: str) -> list[tuple[str, bool]]:
    """The names in the lines of a breadcrumb, outermost first, each with whether it is a link.

    The folded ``title`` is one entry, whatever signs stand in it.
    """
    found: list[tuple[str, bool]] = []
    for line in lines:
        names: list[tuple[str, bool]] = []
        pieces = zip(line.raw, line.holders, strict=True)
        for (_, linked), runs in groupby(pieces, key=lambda run: _entry(run[1])):
            text = tidy(" ".join(run for run, _ in runs))
            parts = [text] if linked or fold(text) == title else SPLIT.split(text)
            names += [(tidy(part), linked) for part in parts if SPLIT.sub("", part).strip()]
        found += names if len(names) <= _MOST_CRUMBS else []
    return found


def _entry(element: HtmlElement) -> tuple[HtmlElement, bool]:
    """The element that holds one entry of a breadcrumb, a link or else its own, and whether it is one."""
    link = _link(element)
    return (element, False) if link is None else (link, True)


def _link(element: HtmlElement) -> HtmlElement | None:
    """The link that an element is or stands in; none where it leads to the page itself."""
    link = element if element.tag == "a" else next(element.iterancestors("a"), None)
    return None if link is None or link.get("href") == "#" else link


def _is_named_crumb(line: Line) -> bool:
    """Whether the page calls the line a breadcrumb, or it leads on from the home page: "Beranda › Bola"."""
    text = _HERE.sub("", line.text[:LABEL].casefold(), count=1)
    return _is_marked_crumb(line) or (text.startswith(_HOME_FIRST) and _SIGNS.search(text) is not None)


def _is_crumb(sources: Sources, line: Line) -> bool:
    if _is_named_crumb(line):
        return True
    names = _entries([line], fold(sources.headline.text or ""))
    is_row = 2 <= len(names) <= _MOST_ENTRIES and names[0][1]
    if is_row and _SIGNS.search(line.text) is None:
        # Signs may be drawn. Without them only a way from the home page right above the headline is one.
        first = names[0][0]
        is_row = line.index == sources.headline.line - 1 and (
            (fold(first) in HOME or sources.names_site(first)) and not _lists_sections(sources, line)
        )
    return is_row and not line.is_dated and sources.is_near_headline(line, levels=LEVELS)


def _lists_sections(sources: Sources, line: Line) -> bool:
    """Whether the links behind the first of a line lead to folders beside each other, as a menu's do.

    In a breadcrumb the last is the page's own folder, or stands in the one before it.
    """
    places = [folders_of(link) for link in line.inline if link.tag == "a"][1:]
    if len(places) < A_LIST - 1 or not places[-1] or places[-1][-1] in own_folders(sources):
        return False
    return all(place[:-1] == places[-1][:-1] for place in places)


def _leads_on(sources: Sources, line: Line) -> bool:
    """Whether a line is links with signs between, from the home page or from one folder into the next."""
    links = [element for element in line.inline if element.tag == "a"]
    if not 1 < len(links) <= _MOST_CRUMBS or _SIGNS.search(line.text) is None:
        return False
    first, *others = places = [folders_of(anchor) for anchor in links]
    if not all(0 < len(folders) <= MOST_FOLDERS for folders in others):
        return False
    is_home = not first or sources.names_site(tidy(text_of(links[0])))
    return is_home or all(inner[:-1] == outer for outer, inner in pairwise(places))


@lru_cache(maxsize=4096)
def _names_crumbs(mark: str) -> bool:
    """Whether a name is one of a breadcrumb; the boxes of a template share theirs."""
    return _CRUMB.search(mark) is not None


def _is_marked_crumb(line: Line) -> bool:
    """Whether the page calls the line a breadcrumb: a box of few links, and no lone word in a menu."""
    if any(_names_crumbs(own_marks(element)) and not _heads_menu(element) for element in line.inline):
        return True
    for element, mark in zip(line.around[:5], line.marks[:5], strict=True):
        label = element.get("aria-label")
        if _names_crumbs(mark) or (label and _names_crumbs(label.lower())) or _is_typed_crumb(element):
            in_menu = any(map(MENU.search, line.marks[:3]))
            few = sum(1 for _ in element.iter("a")) <= _MOST_LINKS
            return few and (line.linked or not in_menu) and not _heads_menu(element)
    return False


def _heads_menu(element: HtmlElement) -> bool:
    """Whether what is called a breadcrumb is one entry, and two links follow that are called otherwise.

    It is the name, or the first entry, of that menu: it leads neither home nor into the folder of the next.
    """
    own = [link for link in islice(element.iter("a"), 2) if link.get("href", "#") != "#"]
    if len(own) > 1 or (own and not folders_of(own[0])):
        return False
    after = element.getnext()
    row = after if after is not None and after.tag in _LISTS else element.itersiblings()
    places = []
    for beside in islice(row, 2):
        link = next(beside.iter("a"), None)
        if link is None or text_of(link) != text_of(beside) or _names_crumbs(own_marks(beside)):
            return False
        places.append(folders_of(link) if text_of(link) else [])
    return len(places) > 1 and all(places) and not (own and places[0][:-1] == folders_of(own[0]))


def _is_typed_crumb(element: HtmlElement) -> bool:
    """Whether microdata or RDFa says that an element is a breadcrumb, however it is called."""
    return "BreadcrumbList" in (element.get("itemtype") or element.get("typeof") or "")


def menu(sources: Sources) -> frozenset[str]:
    """The folded texts of the short links above the headline; of those right above it, where a breadcrumb
    stands, only what is in a longer list.
    """
    found = set()
    for anchor, line in sources.outline.links:
        if line >= sources.headline.line:
            break
        if line >= sources.headline.line - AROUND and not is_in_list(sources.outline.lines[line]):
            continue
        if (text := text_of(anchor)) and len(text) <= LONGEST:
            found.add(fold(text))
    return frozenset(found)


def is_in_list(line: Line) -> bool:
    """Whether a line is an item of a list of more links than a breadcrumb has."""
    box = line.block.getparent()
    return line.block.tag == "li" and box is not None and sum(1 for _ in box.iter("a")) > _MOST_LINKS
