"""Names without any label: in the date line, or alone on a line next to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newscrawl import words
from newscrawl.reading.byline import roles
from newscrawl.reading.byline.evidence import BylineEvidence
from newscrawl.reading.byline.names import is_person, names_in
from newscrawl.reading.dates.spotting import has_clock, is_date_line
from newscrawl.reading.dates.words import WEEKDAY
from newscrawl.reading.fields.byline_lines import (
    NO_BYLINE_MARK,
    TOPIC_HREF,
    head_lines,
    is_author_link,
    joined,
)
from newscrawl.reading.fields.folders import leads_to_person, names_folder
from newscrawl.reading.tree.measures import LABEL
from newscrawl.reading.tree.outline import Line, own_marks, signature
from newscrawl.reading.tree.structured import texts
from newscrawl.reading.tree.tags import HEADINGS
from newscrawl.reading.tree.text import fold, text_of, tidy

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from newscrawl.reading.fields.sources import Sources

_DATE_MARK = re.compile(r"date|time|tanggal|tgl|meta")
_SECTION_KEYS = ("article:section", "section", "category", "content_category", "dtk:namakanal")
_SECTION_NAMES = frozenset(words.texts("sections", "name"))
_WRAPPED = re.compile(r"[(\[]([^()\[\]]{3,80})[)\]]")
_BRACKETS = re.compile(r"\([^()]{0,40}\)")
_SLASH = re.compile(r"\s{0,3}/\s{0,3}")
# Behind the date, in one run of text with it: "12 Februari 2026 14:20 WITA, Sari Wulandari".
# And before it: "Sari wulandari / 12 Februari 2026 14:20".
_BESIDE_DATE = re.compile(
    rf"(?<=[\dBAT])\s{{0,2}}[,/>»]\s{{1,3}}(?=[A-Z])|\s{{0,3}}/\s{{1,3}}(?=\d|(?i:{WEEKDAY}),?\s)"
)
_GOES_ON = "|-–—•·/"
_NUMBERED_FOLDER = re.compile(r"/[^/?#]{3,60}-\d{1,6}/")


def collect(sources: Sources) -> Iterator[BylineEvidence]:
    """The names of the first line that has any: the date line itself, then those next to it."""
    head = head_lines(sources)
    dated = next((line for line in head if line.is_dated), None)
    if dated is None:
        return
    beside = [line for line in head if _is_next_to(line, dated) and not _is_sentence(line, sources)]
    for line in (dated, *beside):
        names = _in_parts(line, sources, whole=line is not dated)
        if names:
            detail = f"beside the date: {signature(line.block)}"
            yield BylineEvidence(", ".join(names), "author", detail, labelled=False)
            return


def _is_sentence(line: Line, sources: Sources) -> bool:
    """Whether a line is one of the text: "Penulis buku itu, Rara Kelana, lahir di Palu."."""
    return line.text.endswith(".") and sources.extent.holds(line)


def _in_parts(line: Line, sources: Sources, *, whole: bool) -> list[str]:
    """The names of the first part of a line that has any; of all parts where each is a person's full name."""
    topics = {fold(tidy(text_of(a))) for a in line.inline if _is_topic(a)}
    # Who stands behind a role word has been read by it: "Fotografer: Budi Hartono" names no author.
    read = [part.names for part in roles.read(_unwrapped(joined(line))) if part.role is None]
    parts = read if whole else [part for names in read for part in _BESIDE_DATE.split(names)]
    if whole and len(parts) > 1 and all(map(_is_full_name, parts)):
        return [part for part in parts if _is_plausible(part, sources, whole=True)]
    for part in parts:
        small = (not whole or part == line.text) and _is_written_so(part, sources)
        names = names_in(part, small=small)
        if not names or fold(names[0]) in topics or (whole and len(line.text) > len(names[0]) + LABEL):
            continue
        if " " not in names[0] and not (names[0] == part and _has_portrait(line)):
            continue
        if not _heads_letter(names[0], part) and _is_plausible(names[0], sources, whole=whole):
            return names
    return []


def _has_portrait(line: Line) -> bool:
    """Whether a picture stands with the words of a line: one word alone may be a section."""
    return next(line.block.iter("img", "svg"), None) is not None


def _unwrapped(text: str) -> str:
    """A line that a bracket holds whole, without it: "(Sari Wulandari/Kabar)"."""
    found = _WRAPPED.fullmatch(text)
    return found[1] if found else text


def _heads_letter(name: str, part: str) -> bool:
    """Whether a date follows ``name`` as it does the place of a letter: "Muara Rekaan, Selasa 24 ...".

    A letter tells no time of day.
    """
    rest = part[len(name) :] if part.startswith(name) else ""
    return rest.startswith(",") and not has_clock(rest) and is_date_line(rest.lstrip(" ,"))


def _is_written_so(part: str, sources: Sources) -> bool:
    """Whether the small words of ``part`` are names in haste ("Sari wulandari"): no other text has them."""
    tokens = part.split()
    small = [token for token in tokens[1:] if token.islower()]
    if not small or not tokens[0][0].isupper() or len(tokens) > 3:
        return False
    text = sources.outline.lines.joined
    return all(len(re.findall(rf"\b{re.escape(token)}\b", text)) <= text.count(part) for token in small)


def _is_topic(element: HtmlElement) -> bool:
    if element.tag != "a":
        return False
    rel = element.get("rel") or ""
    is_topic = TOPIC_HREF.search(element.get("href") or "") is not None or names_folder(element)
    return is_topic or "tag" in rel.split() or "category" in rel


def _is_next_to(line: Line, dated: Line) -> bool:
    """Whether ``line`` is close to the date line and no heading, caption, list entry or link to a topic."""
    distance = abs(line.index - dated.index)
    if not 0 < distance <= 2:
        return False
    first = _SLASH.split(_BRACKETS.sub("", _unwrapped(line.text)))[0]
    if "/" in line.text and not _is_full_name(first):
        return False
    if line.linked:
        # A line on what somebody does may stand between the link to him and the date.
        links = [element for element in (*line.inline, line.block) if element.tag == "a"]
        is_person_link = bool(links) and all(leads_to_person(a, line.text) for a in links)
        if distance > 1 or any(TOPIC_HREF.search(a.get("href") or "") for a in links):
            return distance > 1 and is_person_link
    if line.block.tag == "li" and line.block.getparent() is dated.block.getparent():
        return True
    is_heading = line.block.tag in HEADINGS[1:] and line.block.tag != dated.block.tag
    # "| Sari Wulandari" goes on with the date, whatever its size.
    if (is_heading and line.text[0] not in _GOES_ON) or line.block.tag in ("figcaption", "li"):
        return _DATE_MARK.search(own_marks(line.block)) is not None
    return not any(map(NO_BYLINE_MARK.search, line.marks[:2]))


def _is_full_name(text: str) -> bool:
    return " " in text and is_person(text)


def _is_plausible(name: str, sources: Sources, *, whole: bool) -> bool:
    """Whether an unlabelled name is likely the author's: no topic of the article, no section, no site."""
    if name.isupper() or (whole and " " not in name):
        return False
    if sources.names_site(name) or sources.stands_beside_title(name) or sources.extent.speaks_of(name):
        return False
    said = set(fold(name).split())
    topics = " ".join([sources.headline.text or "", *sources.page.meta.get("keywords", ())[:1]])
    if said & {word for word in fold(topics).split() if len(word) > 3}:
        return False
    if (
        fold(name) in _SECTION_NAMES
        or fold(name) in _sections(sources)
        or _is_common(name, sources)
        or _is_entry(name, sources)
    ):
        return False
    # The folder of a writer, numbered among those of one name, is no title: "/sari-wulandari-1684/...".
    address = _NUMBERED_FOLDER.sub("/", sources.page.url.casefold())
    return fold(name).replace(" ", "-") not in address


def _is_entry(name: str, sources: Sources) -> bool:
    """Whether a link of the menu, or one to a topic, says ``name``: a section, a tag, an outlet."""
    wanted, head = fold(name), sources.headline.line
    return any(
        fold(text) == wanted and not is_author_link(anchor)
        for anchor, at in sources.outline.links
        if (at < head or TOPIC_HREF.search(anchor.get("href") or ""))
        and len(text := text_of(anchor).strip()) < 2 * len(name)
    )


def _sections(sources: Sources) -> set[str]:
    """What the page states as its sections and tags."""
    stated = [text for key in _SECTION_KEYS for text in sources.page.meta.get(key, ())]
    stated += sources.page.meta.get("article:tag", ())
    stated += sources.data.breadcrumb()
    if sources.data.article is not None:
        stated += texts(sources.data.article.get("articleSection"))
    return {fold(text) for text in stated}


def _is_common(name: str, sources: Sources) -> bool:
    """Whether all words of ``name`` stand in small letters elsewhere on the page: then they are no name."""
    text = sources.outline.lines.joined
    return all(re.search(rf"\b{re.escape(word.lower())}\b", text) for word in name.split())
