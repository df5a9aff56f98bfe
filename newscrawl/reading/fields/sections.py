"""The section: where the publisher files the article, in the words that a reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newscrawl import words
from newscrawl.reading.byline.names import is_person
from newscrawl.reading.dates.words import MONTH
from newscrawl.reading.fields.byline_lines import is_author_link
from newscrawl.reading.fields.sources import box_marks
from newscrawl.reading.tree.outline import Line, own_marks
from newscrawl.reading.tree.selecting import values
from newscrawl.reading.tree.structured import texts
from newscrawl.reading.tree.text import fold, tidy, unescape

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from newscrawl.reading.fields.sources import Sources

Stated = tuple[str, str]
"""A value, and what produced it."""

LONGEST = 50

_CRUMB = re.compile(words.patterns("sections", "crumb mark"))
_TOPIC_PATHS = tuple(words.texts("tags", "path"))
_MENU = re.compile(words.patterns("sections", "menu mark"))
_MARK = re.compile(words.patterns("sections", "mark"))
_PATH = re.compile(words.patterns("sections", "path"))
_SPLIT = re.compile(r"\s{0,3}[»›><|•→\\·]\s{0,3}|\s{1,3}[/-]\s{1,3}|^/\s{0,3}|\s{0,3}/$")
_SIGNS = re.compile(r"[»›></→]")
_COUNT = re.compile(r"\d+\s")
"""How counts of shares, views and minutes begin ("16 Shares"), and no name of a section."""
_JOINED = re.compile(r"\s?[,;]\s?|\s[|/]\s")
_IS_MONTH = re.compile(MONTH)
_MOST_CRUMBS, _MOST_LINKS = 6, 8
_MOST_ENTRIES = 3
_FEWEST_SIBLINGS = 3
_HOME = frozenset(words.texts("sections", "home"))
_GENERIC = frozenset(words.texts("sections", "generic"))
_WEAK = frozenset(words.texts("sections", "weak"))
_LABELS = frozenset(words.texts("sections", "label"))
_NAMES = frozenset(words.texts("sections", "name"))
_BROAD = frozenset(words.texts("sections", "too broad"))
_METAS = ("content_category", "article:section", "section", "category", "jpnncom_news_category")
_ABOVE, _BELOW, _NEAR, _NEAR_TEXT = 8, 6, 2, 8
_LEVELS, _IN_HEAD = 6, 2
_LONGEST_LABEL = 40
_PARTED = 3
_MOST_FOLDERS = 2
"""Folders in the address of a section: one below another. What stands deeper is a page."""


def section(sources: Sources) -> Stated | None:
    """The section as the page shows it, the most specific of a breadcrumb; else as its data states it."""
    return next(_sections(sources), None)


def _sections(sources: Sources) -> Iterator[Stated]:
    for selector, found in values(sources.page, sources.page.rules.section):
        yield from _plausible([found[-1]], f"rule: {selector}", sources)
    yield from _plausible(_crumbs(sources), "page: breadcrumb", sources)
    yield from _plausible(_categories(sources), "page: category link", sources)
    yield from _plausible(_labels(sources), "page: label at the headline", sources)
    yield from _plausible(_labels_behind(sources), "page: label behind the text", sources)
    yield from _plausible(reversed(sources.data.breadcrumb()), "json-ld: BreadcrumbList", sources)
    if sources.data.article is not None:
        stated = texts(sources.data.article.get("articleSection"))
        yield from _plausible(_narrow(stated), "json-ld: articleSection", sources)
    for key in _METAS:
        stated = map(unescape, sources.page.meta.get(key, ()))
        yield from _plausible(_narrow(stated), f"meta: {key}", sources)
    yield from _plausible(_menu_entries_shown(sources), "page: line of a menu entry", sources)
    yield from _plausible(_active(sources), "page: active menu entry", sources)


def _plausible(names: Iterable[str], origin: str, sources: Sources) -> Iterator[Stated]:
    title = fold(sources.headline.text or "")
    sites = ["".join(fold(site).split()) for site in sources.site_names]
    for stated in names:
        name = _without_label(stated)
        folded = fold(name)
        if not folded or len(name) > LONGEST or folded in _HOME or folded in _GENERIC:
            continue
        if (
            folded == title
            or "".join(folded.split()) in sites
            or name.startswith(("http", "/"))
            or folded.isdigit()
        ):
            continue
        if _COUNT.match(name) or _IS_MONTH.fullmatch(folded):
            continue
        if folded.count(" ") > 2 and title.startswith(folded[:30]):
            continue
        yield name, origin
        return


def _without_label(name: str) -> str:
    """ "Kategori: Daerah" without the word that says it is a section."""
    label, colon, rest = name.partition(":")
    return rest.strip() if colon and fold(label) in _LABELS else name


def _narrow(stated: Iterable[str]) -> Iterator[str]:
    """The first of names that are joined in one text ("Desa, Politik"), none that fits every article."""
    firsts = (_JOINED.split(text, maxsplit=1)[0] for text in stated)
    return (name for name in firsts if fold(name) not in _BROAD)


def _crumbs(sources: Sources) -> list[str]:
    """The entries of the breadcrumb at the headline, the most specific first.

    The last entry that is a link comes before what stands behind it: that is the page itself, whatever it is
    called, unless the menu has an entry of that name.
    """
    head, lines = sources.headline, sources.outline.lines
    if head.line < 0:
        return []
    above = [line for line in lines[max(0, head.line - _ABOVE) : head.line] if _is_crumb(sources, line)]
    above = [] if _are_siblings(sources, above) else above
    below = [line for line in lines[head.end : head.end + _BELOW] if _is_named_crumb(line)]
    found = _entries(above) or _entries(below)
    found.sort(key=lambda entry: fold(entry[0]) not in _WEAK)
    links = [name for name, linked in found if linked]
    if not links or not found or found[-1][1] or fold(found[-1][0]) in _menu(sources):
        return [name for name, _ in reversed(found)]
    return [*reversed(links), *(name for name, linked in reversed(found) if not linked)]


def _are_siblings(sources: Sources, lines: Sequence[Line]) -> bool:
    """Whether what is called a breadcrumb is a row of a menu: three links to folders beside each other.

    A breadcrumb begins with the home page, has signs between its entries, or leads from one folder into the
    next; and one of them is the folder of the page.
    """
    at = {line.index for line in lines}
    links = [anchor for anchor, line in sources.outline.links if line in at]
    names = {fold(tidy(str(anchor.text_content()))) for anchor in links}
    places = [_folders_of(anchor) for anchor in links]
    return (
        len(links) >= _FEWEST_SIBLINGS
        and all(len(folders) == 1 for folders in places)
        and not any(_SIGNS.search(line.text) for line in lines)
        and names.isdisjoint(_HOME | _folders(sources))
    )


def _entries(lines: Iterable[Line]) -> list[tuple[str, bool]]:
    """The names in the lines of a breadcrumb, outermost first, each with whether it is a link."""
    found: list[tuple[str, bool]] = []
    for line in lines:
        names: list[tuple[str, bool]] = []
        for anchor, runs in groupby(zip(line.raw, line.holders, strict=True), key=lambda run: _link(run[1])):
            text = tidy(" ".join(run for run, _ in runs))
            parts = [text] if anchor is not None else _SPLIT.split(text)
            names += [(tidy(part), anchor is not None) for part in parts if _SPLIT.sub("", part).strip()]
        found += names if len(names) <= _MOST_CRUMBS else []
    return found


def _link(element: HtmlElement) -> HtmlElement | None:
    """The link that an element is or stands in; none where it leads to the page itself."""
    link = element if element.tag == "a" else next(element.iterancestors("a"), None)
    return None if link is None or link.get("href") == "#" else link


def _is_named_crumb(line: Line) -> bool:
    """Whether the page calls the line a breadcrumb, or it leads on from the home page: "Beranda › Bola"."""
    text = line.text[:_LONGEST_LABEL].casefold()
    return _is_marked_crumb(line) or (text.startswith(tuple(_HOME)) and _SIGNS.search(text) is not None)


def _is_crumb(sources: Sources, line: Line) -> bool:
    if _is_named_crumb(line):
        return True
    names = _entries([line])
    is_row = 2 <= len(names) <= _MOST_ENTRIES and _SIGNS.search(line.text) is not None and names[0][1]
    return is_row and not line.is_dated and sources.is_near_headline(line, levels=_LEVELS)


@lru_cache(maxsize=4096)
def _names_crumbs(mark: str) -> bool:
    """Whether a name is one of a breadcrumb; the boxes of a template share theirs."""
    return _CRUMB.search(mark) is not None


def _is_marked_crumb(line: Line) -> bool:
    """Whether the page calls the line a breadcrumb: a box of few links, and no lone word in a menu."""
    for element, mark in zip(line.around[:5], line.marks[:5], strict=True):
        label = element.get("aria-label")
        if _names_crumbs(mark) or (label and _names_crumbs(label.lower())) or _is_typed_crumb(element):
            in_menu = any(map(_MENU.search, line.marks[:3]))
            few = sum(1 for _ in element.iter("a")) <= _MOST_LINKS
            return few and (line.linked or not in_menu)
    return False


def _is_typed_crumb(element: HtmlElement) -> bool:
    """Whether microdata or RDFa says that an element is a breadcrumb, however it is called."""
    return "BreadcrumbList" in (element.get("itemtype") or element.get("typeof") or "")


def _categories(sources: Sources) -> Iterator[str]:
    """The links to the article's categories: as WordPress marks them, or by their address at the headline."""
    head, lines = sources.headline, sources.outline.lines
    start, end = head.line - _ABOVE, max(sources.extent.last, head.end) + 2 * _ABOVE
    found: list[str] = []
    weak: list[str] = []
    for anchor, at in sources.outline.links:
        if start <= at <= end and "category" in anchor.get("rel", "").split():
            (weak if fold(text := tidy(str(anchor.text_content()))) in _WEAK else found).append(text)
    yield from (*found, *weak)
    end = min(head.end + _BELOW, max(sources.extent.first, head.end), len(lines))
    for (anchor, at), href in zip(sources.outline.links, sources.outline.hrefs, strict=True):
        if not head.line - _NEAR <= at < end:
            continue
        is_category = _PATH.search(href) and sources.is_near_headline(lines[at], levels=_LEVELS)
        if is_category or (_is_kicker(sources, lines[at]) and names_folder(anchor)):
            yield tidy(str(anchor.text_content()))


def _is_kicker(sources: Sources, line: Line) -> bool:
    """Whether a line of one link stands in the headline's own box, as no entry of a menu does."""
    own = [element for element in line.inline if element.tag == "a"]
    return line.linked and len(own) == 1 and sources.is_near_headline(line, levels=_IN_HEAD)


def _labels(sources: Sources) -> Iterator[str]:
    """Short lines at the headline that are called a category, or links beside the date."""
    lines = [*sources.above[:3], *sources.below[:_BELOW]]
    for line in lines:
        if line.beside or not sources.is_near_headline(line, levels=_LEVELS):
            continue
        if line.is_dated:
            yield from _linked_pieces(line)
        elif _is_lone_folder(sources, line):
            yield line.text
        elif len(line.text) <= LONGEST and not sources.extent.holds(line) and _is_label(sources, line):
            links = [tidy(str(element.text_content())) for element in line.inline if element.tag == "a"]
            yield from links if len(links) > 1 and line.linked else (line.text,)


def _labels_behind(sources: Sources) -> Iterator[str]:
    """Lines right behind the text that begin with a label of sections: "Kategori: Daerah"."""
    last = sources.extent.last
    for line in sources.outline.lines[last + 1 : last + _NEAR_TEXT] if last >= 0 else ():
        label, colon, name = line.text.partition(":")
        if colon and name and fold(label) in _LABELS and len(line.text) <= LONGEST:
            yield _JOINED.split(line.text, maxsplit=1)[0]


def _is_label(sources: Sources, line: Line) -> bool:
    """Whether the line, or a box of its own, is called a category; the headline's box holds more."""
    if fold(line.text.partition(":")[0]) in _LABELS and ":" in line.text:
        return True
    at = sources.headline.line
    shared = sources.outline.lines[at].around if at >= 0 else []
    own = (box_marks(element) for element in line.around[:2] if element not in shared)
    return any(map(_MARK.search, (*own, *map(own_marks, line.inline))))


def _is_lone_folder(sources: Sources, line: Line) -> bool:
    """Whether a line below the headline is one link, into a folder within another that is called as it is."""
    if not line.linked or line.index < sources.headline.end or len(line.text) > LONGEST:
        return False
    links = [element for element in (*line.inline, *line.around[:3]) if element.tag == "a"]
    return len(links) == 1 and len(_folders_of(links[0])) == _MOST_FOLDERS and names_folder(links[0])


def names_folder(anchor: HtmlElement) -> bool:
    """Whether a link leads to a folder of the site that is called as the link is: ``/gaya/hidup-sehat``.

    One that may be a person's full name leads to a profile, and one of topics to no section.
    """
    if any(map((anchor.get("href") or "").__contains__, _TOPIC_PATHS)):
        return False
    text = tidy(str(anchor.text_content()))
    folders = _folders_of(anchor)
    called = bool(folders) and folders[-1] == fold(text).replace(" ", "-")
    return called and len(folders) <= _MOST_FOLDERS and not _leads_to_person(anchor, text)


def _folders_of(anchor: HtmlElement) -> list[str]:
    """The folders in the address of a link."""
    path = (anchor.get("href") or "").partition("?")[0].partition("#")[0]
    with suppress(ValueError):
        path = urlsplit(path).path if path.startswith(("http", "//")) else path
    return path.casefold().strip("/").split("/") if path.strip("/") else []


def _leads_to_person(anchor: HtmlElement, text: str) -> bool:
    """Whether a link leads to somebody: it says so, or its folder has the full name of a person."""
    if is_author_link(anchor):
        return True
    is_full = " " in text and not text.isupper() and is_person(text)
    return is_full and _folders_of(anchor)[-1:] == [fold(text).replace(" ", "-")]


def _linked_pieces(line: Line) -> Iterator[str]:
    """The links in a date line that lead to no person ("DAERAH | 25 November 2026"), and named categories."""
    for element in line.inline:
        is_named = _MARK.search(own_marks(element)) is not None
        text = tidy(str(element.text_content()))
        if element.tag != "a" and not is_named:
            continue
        says_author = "author" in f"{element.get('rel')} {element.get('href')} {own_marks(element)}"
        if says_author or (not is_named and _leads_to_person(element, text)):
            continue
        if is_named or line.text.startswith(text) or names_folder(element):
            yield text


def _menu_entries_shown(sources: Sources) -> Iterator[str]:
    """Lines at the headline, or parts of the date line, that say a name of the menu or the page's address.

    A usual name of sections counts in the date line without them, too.

    Of a date line in three parts and more ("Outlet | Daerah | 25 November 2026") a middle word is one too.
    """
    menu = _menu(sources) | _folders(sources)
    for line in [*sources.above, *sources.below[:_BELOW]]:
        is_entry = line.linked and _is_in_list(line)
        if len(line.text) > 2 * LONGEST or line.beside or is_entry or sources.extent.holds(line):
            continue
        if line.linked and not sources.is_near_headline(line, levels=_LEVELS):
            continue
        parts = [tidy(part) for part in _SPLIT.split(line.text)]
        if len(parts) == 1 or line.is_dated:
            known = menu | _NAMES if line.is_dated else menu
            yield from (part for part in parts if fold(part) in known)
        if line.is_dated and len(parts) >= _PARTED:
            yield from (part for part in parts[1:-1] if part.isalpha())


def _menu(sources: Sources) -> frozenset[str]:
    """The folded texts of the short links above the headline; of those right above it, where a breadcrumb
    stands, only what is in a longer list.
    """
    found = set()
    for anchor, line in sources.outline.links:
        if line >= sources.headline.line:
            break
        if line >= sources.headline.line - _ABOVE and not _is_in_list(sources.outline.lines[line]):
            continue
        if (text := anchor.text_content()) and len(text) <= LONGEST:
            found.add(fold(str(text)))
    return frozenset(found)


def _is_in_list(line: Line) -> bool:
    """Whether a line is an item of a list of more links than a breadcrumb has."""
    box = line.block.getparent()
    return line.block.tag == "li" and box is not None and sum(1 for _ in box.iter("a")) > _MOST_LINKS


def _folders(sources: Sources) -> frozenset[str]:
    """The folders in the page's address as words: a site files its articles in them."""
    found: set[str] = set()
    for address in (sources.page.url, *sources.page.meta.get("og:url", ())):
        with suppress(ValueError):
            found.update(map(fold, urlsplit(address).path.split("/")[:-1]))
    return frozenset(found)


def _active(sources: Sources) -> Iterator[str]:
    """The entries of menus that are marked as the one the reader is in, the deepest first."""
    found = []
    for (anchor, line), href in zip(sources.outline.links, sources.outline.hrefs, strict=True):
        if line >= sources.headline.line >= 0:
            break
        # Switches of the page's colours and tabs are marked so too, but lead nowhere.
        if href and not href.startswith(("#", "javascript")):
            parent = anchor.getparent()
            if _is_active(own_marks(anchor)) or (parent is not None and _is_active(own_marks(parent))):
                found.append(tidy(str(anchor.text_content())))
    yield from reversed(found)


@lru_cache(maxsize=4096)
def _is_active(marks: str) -> bool:
    """Whether classes and id have a name of an active entry; those of a template share theirs."""
    return not _ACTIVE.isdisjoint(marks.split())


_ACTIVE = frozenset(words.texts("sections", "active mark"))
