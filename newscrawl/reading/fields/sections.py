"""The section: where the publisher files the article, in the words that a reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import TYPE_CHECKING

from newscrawl import words
from newscrawl.reading.byline import roles
from newscrawl.reading.byline.names import is_person
from newscrawl.reading.dates.spotting import is_date_line
from newscrawl.reading.dates.words import MONTH
from newscrawl.reading.fields.breadcrumbs import (
    BELOW,
    HOME,
    LEVELS,
    LONGEST,
    MENU,
    NAMES,
    SPLIT,
    WEAK,
    crumbs,
    menu,
)
from newscrawl.reading.fields.folders import (
    MOST_FOLDERS,
    folders_of,
    is_category,
    leads_to_person,
    names_folder,
    own_folders,
    says_folder,
)
from newscrawl.reading.fields.menu_entries import active_entries, said_at_headline
from newscrawl.reading.fields.sources import box_marks
from newscrawl.reading.fields.statements import names_template
from newscrawl.reading.tree.measures import AROUND
from newscrawl.reading.tree.outline import Line, own_marks
from newscrawl.reading.tree.selecting import values
from newscrawl.reading.tree.structured import texts
from newscrawl.reading.tree.text import fold, text_of, tidy, unescape

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from newscrawl.reading.fields.sources import Sources

Stated = tuple[str, str]
"""A value, and what produced it."""

_MARK = re.compile(words.patterns("sections", "mark"))
_KICKER = re.compile(words.patterns("sections", "kicker"))
_PATH = re.compile(words.patterns("sections", "path"))
_FILED = re.compile(words.patterns("sections", "filed"), re.IGNORECASE)
_COUNT = re.compile(r"\d+\s")
"""How counts of shares, views and minutes begin ("16 Shares"), and no name of a section."""
_MOST_WORDS, _MOST_BESIDE_COMMA = 6, 4
"""Words of a section's name, and of each of names that a comma parts; a line of more is a headline."""
_JOINED = re.compile(r"\s?[,;|]\s?|\s[/•·]\s")
_IS_MONTH = re.compile(MONTH)
_SKIP = re.compile(words.patterns("sections", "skip link"))
_PARTS = " |•·–—-"
_DASH = re.compile(r"\s[-–—|]\s")
_GENERIC = frozenset((*words.texts("sections", "generic"), *words.texts("function_words")))
_LABELS = frozenset(words.texts("sections", "label"))
_DATE_LABELS = frozenset(words.texts("date_labels")) - {"update", "updates"}
"""What ends a line that says of a date what it is ("Terakhir diperbarui"); "News Update" may be a section."""

_BROAD = frozenset(words.texts("sections", "too broad"))
_METAS = ("content_category", "article:section", "section", "category", "jpnncom_news_category")
_NEAR = 2
"""Lines above the headline for links to a category, and behind the text for labels of one. Half and twice
change none of 73 pages."""
_NEAR_LABELS = 3
"""Lines above the headline for what is called a category."""
_MOST_OWN = 3
"""Sections of one article in a list behind its text; a list of more has all sections of the site."""
_IN_HEAD = 2
"""Boxes around the headline in which a lone folder above it stands, as menus do not. Half changes none of 73
pages, twice 1."""


def section(sources: Sources) -> Stated | None:
    """The section as the page shows it, the most specific of a breadcrumb; else as its data states it."""
    return next(_sections(sources), None)


def _sections(sources: Sources) -> Iterator[Stated]:
    for selector, found in values(sources.page, sources.page.rules.section):
        yield from _plausible([found[-1]], f"rule: {selector}", sources)
    way = list(_plausible(_without_person(crumbs(sources), sources), "page: breadcrumb", sources))
    # "Berita" says what all of the site is: what stands at the headline or behind the text says more.
    is_weak = bool(way) and fold(way[0][0]) in WEAK
    yield from () if is_weak else way
    yield from _plausible(_categories(sources), "page: category link", sources)
    yield from _plausible(_labels(sources, _MARK), "page: label at the headline", sources)
    yield from _plausible(_labels_behind(sources), "page: label behind the text", sources)
    yield from _plausible(reversed(sources.data.breadcrumb()), "json-ld: BreadcrumbList", sources)
    if sources.data.article is not None:
        stated = texts(sources.data.article.get("articleSection"))
        yield from _plausible(_narrow(stated), "json-ld: articleSection", sources)
    for key in _METAS:
        stated = map(unescape, sources.page.meta.get(key, ()))
        yield from _plausible(_narrow(stated), f"meta: {key}", sources)
    yield from _plausible(said_at_headline(sources), "page: line of a menu entry", sources)
    yield from way
    yield from _plausible(_labels(sources, _KICKER), "page: kicker", sources)
    yield from _plausible(active_entries(sources), "page: active menu entry", sources)


def _plausible(names: Iterable[str], origin: str, sources: Sources) -> Iterator[Stated]:
    title = fold(sources.headline.text or "")
    for stated in names:
        name = _without_label(stated)
        folded = fold(name)
        if not folded or len(name) > LONGEST or folded in HOME or folded in _GENERIC:
            continue
        if (
            folded == title
            or "".join(folded.split()) in sources.sites_run_together
            or name.startswith(("http", "/", "#", "←", "«"))
            or folded.isdigit()
            or name.endswith((":", "?", "→"))
            or names_template(name)
            or folded.split()[-1] in _DATE_LABELS
        ):
            continue
        if _is_headline(name):
            continue
        if _COUNT.match(name) or _IS_MONTH.fullmatch(folded) or _SKIP.match(folded):
            continue
        if is_date_line(name):
            continue
        if folded.count(" ") > 2 and title.startswith(folded[:30]):
            continue
        yield name, origin
        return


def _without_person(names: list[str], sources: Sources) -> list[str]:
    """The entries of a breadcrumb without the person of the headline, whom portals file below a section."""
    title = fold(sources.headline.text or "")
    while len(names) > 1 and " " in names[0] and fold(names[0]) in title and is_person(names[0].title()):
        if fold(names[1]) not in NAMES | own_folders(sources):
            break
        names = names[1:]
    return names


def _is_headline(name: str) -> bool:
    """Whether a name has more words than sections have, in all or beside a comma."""
    parts = name.split(",")
    longest = max(part.count(" ", 1) + 1 for part in parts)
    return name.count(" ") >= _MOST_WORDS or (len(parts) > 1 and longest >= _MOST_BESIDE_COMMA)


def _without_label(name: str) -> str:
    """ "Kategori: Daerah" without the word that says it is a section."""
    label, colon, rest = name.partition(":")
    return rest.strip() if colon and fold(label) in _LABELS else name


def _narrow(stated: Iterable[str]) -> Iterator[str]:
    """The first of names that are joined in one text ("Desa, Politik"), none that fits every article."""
    firsts = (_JOINED.split(text, maxsplit=1)[0] for text in stated)
    return (name for name in firsts if fold(name) not in _BROAD)


def _categories(sources: Sources) -> Iterator[str]:
    """The links to the article's categories: as WordPress marks them, or by their address at the headline."""
    head, lines = sources.headline, sources.outline.lines
    start, end = head.line - AROUND, max(sources.extent.last, head.end) + 2 * AROUND
    found: list[str] = []
    weak: list[str] = []
    for anchor, at in sources.outline.links:
        if start <= at <= end and is_category(anchor):
            (weak if fold(text := tidy(text_of(anchor))) in WEAK else found).append(text)
    yield from (*found, *weak)
    end = min(head.end + BELOW, max(sources.extent.first, head.end), len(lines))
    near = min((line.index for line in _above(sources, _NEAR)), default=head.line - _NEAR)
    for (anchor, at), href in zip(sources.outline.links, sources.outline.hrefs, strict=True):
        if not min(near, head.line - _NEAR) <= at < end:
            continue
        if at < head.line and any(element.tag == "nav" for element in lines[at].around):
            continue
        has_path = _PATH.search(href) and sources.is_near_headline(lines[at], levels=LEVELS)
        if has_path or _is_lone_folder(sources, lines[at], anchor):
            yield tidy(text_of(anchor))


def _above(sources: Sources, most: int) -> list[Line]:
    """So many lines above the headline, the date and the names of a byline among them not counted."""
    counted = accumulate(not (line.is_dated or roles.has_label(line.text)) for line in sources.above)
    return [line for line, count in zip(sources.above, counted, strict=True) if count <= most]


def _is_lone_folder(sources: Sources, line: Line, anchor: HtmlElement) -> bool:
    """Whether a line is one link and no more, into a folder that is called as it is.

    It stands in the headline's own box, as no entry of a menu does; below the headline, where no menu stands,
    a folder within another may stand in a box beside that.
    """
    if not line.linked or len(line.text) > LONGEST or not names_folder(anchor):
        return False
    links = [element for element in (*line.inline, *line.around[:3]) if element.tag == "a"]
    if len(links) != 1:
        return False
    if _in_another_column(sources, line):
        return False
    if _is_beside_date(sources, line):
        return True
    is_below = line.index >= sources.headline.end and len(folders_of(anchor)) == MOST_FOLDERS
    return sources.is_near_headline(line, levels=LEVELS if is_below else _IN_HEAD)


def _is_beside_date(sources: Sources, line: Line) -> bool:
    """Whether a line below the headline and the date line next to it are entries of one list."""
    box = line.block.getparent() if line.block.tag == "li" else None
    if box is None or line.index < sources.headline.end:
        return False
    near = sources.outline.lines[line.index - 1 : line.index + 2]
    return any(other.is_dated and other.block.getparent() is box for other in near)


def _in_another_column(sources: Sources, line: Line) -> bool:
    """Whether a line and the headline stand in cells of one row: the columns of an old template."""
    at = sources.headline.line
    own, other = (_cell(line.block), _cell(sources.outline.lines[at].block)) if at >= 0 else (None, None)
    return own is not None and other is not None and own is not other and own.getparent() is other.getparent()


def _cell(block: HtmlElement) -> HtmlElement | None:
    """The cell that a block is, or stands in."""
    return block if block.tag == "td" else next(block.iterancestors("td"), None)


def _labels(sources: Sources, mark: re.Pattern[str]) -> Iterator[str]:
    """Short lines at the headline that are called a category, or links beside the date.

    A kicker may say the topic: it counts where nothing else names the section.
    """
    lines = [*_above(sources, _NEAR_LABELS), *sources.below[:BELOW]]
    for line in lines:
        is_near = sources.is_near_headline(line, levels=LEVELS) or sources.stands_flat(line)
        if line.beside or not is_near:
            continue
        if line.is_dated:
            yield from (part for part in SPLIT.split(line.text) if _has_label(part))
            yield from _linked_pieces(sources, line)
        elif len(line.text) > LONGEST or _is_headline(line.text):
            continue
        elif not sources.extent.holds(line) and _is_label(sources, line, mark):
            texts_in = ((a, tidy(text_of(a))) for a in line.inline if a.tag == "a")
            links = [text for a, text in texts_in if not leads_to_person(a, text)]
            yield from links if len(links) > 1 and line.linked else _narrow([_called(line)])


def _labels_behind(sources: Sources) -> Iterator[str]:
    """What lines right behind the text call a section: "Kategori: Daerah", "Posted in Daerah"."""
    last = sources.extent.last
    # A byline below such a label may be taken for the text's last line.
    behind = sources.outline.lines[max(last + 1 - _NEAR, 0) : last + AROUND] if last >= 0 else []
    for at, line in enumerate(behind):
        if _has_label(line.text) and len(line.text) <= LONGEST:
            yield _JOINED.split(line.text, maxsplit=1)[0]
        elif fold(line.text) in _LABELS and not _heads_list(sources, line):
            yield from (
                name for below in behind[at + 1 : at + 2] if below.linked for name in _links_in(below)
            )
        elif _FILED.match(line.text):
            yield from _links_in(line)


def _heads_list(sources: Sources, label: Line) -> bool:
    """Whether a label stands above more links than an article has sections: all of the site's."""
    following = sources.outline.lines[label.index + 1 : label.index + 2 + _MOST_OWN]
    return len(following) > _MOST_OWN and all(line.linked and len(line.text) <= LONGEST for line in following)


def _links_in(line: Line) -> Iterator[str]:
    """The texts of the links in a line, or of the one that holds it."""
    links = [element for element in (*line.inline, *line.around[:3]) if element.tag == "a"]
    return (tidy(text_of(element)) for element in links)


def _has_label(text: str) -> bool:
    """Whether a text is a label of sections and a name: "Kategori : Daerah"."""
    label, colon, name = text.partition(":")
    return bool(colon and name.strip()) and fold(label) in _LABELS


def _is_label(sources: Sources, line: Line, mark: re.Pattern[str]) -> bool:
    """Whether the line, or a box of its own, is called a category; the headline's box holds more."""
    if _has_label(line.text):
        return True
    at = sources.headline.line
    shared = sources.outline.lines[at].around if at >= 0 else []
    own = (box_marks(element) for element in line.around[:2] if element not in shared)
    names = (*own, *map(own_marks, line.inline))
    return any(mark.search(name) is not None and MENU.search(name) is None for name in names)


def _called(line: Line) -> str:
    """The part of a line that is called a category where a name stands beside it; else the line."""
    part = next((element for element in line.inline if _MARK.search(own_marks(element))), None)
    text = tidy(text_of(part)) if part is not None else ""
    before, found, behind = line.text.partition(text) if text else ("", "", "")
    beside = (before.rstrip(_PARTS), *_DASH.split(behind.strip(_PARTS)))
    return text if found and any(side and is_person(side) for side in beside) else line.text


def _linked_pieces(sources: Sources, line: Line) -> Iterator[str]:
    """The links in a date line that lead to no person ("DAERAH | 25 November 2026"), and named categories."""
    for element in line.inline:
        is_named = _MARK.search(own_marks(element)) is not None
        text = tidy(text_of(element))
        if element.tag != "a" and not is_named:
            continue
        says_author = "author" in f"{element.get('rel')} {element.get('href')} {own_marks(element)}"
        if says_author or (not is_named and leads_to_person(element, text)):
            continue
        if (
            is_named
            or names_folder(element)
            or ((line.text.startswith(text) or says_folder(element)) and not _is_someone(sources, text))
        ):
            yield text


def _is_someone(sources: Sources, name: str) -> bool:
    """Whether a name of some words, which no entry of the menu is and no usual section, is a person's."""
    return " " in name and fold(name) not in NAMES | menu(sources) and is_person(name)
