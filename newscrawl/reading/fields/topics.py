"""Tags: the topics that the publisher gave the article."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Set
from functools import lru_cache
from itertools import takewhile
from operator import itemgetter
from typing import TYPE_CHECKING

from newscrawl import words
from newscrawl.reading.fields.cards import in_card
from newscrawl.reading.fields.folders import TOPIC_PATHS, is_category, leads_to_topic
from newscrawl.reading.fields.sources import box_marks
from newscrawl.reading.fields.tags_behind_text import (
    LABELS,
    LONGEST_TAG,
    NEAR_TEXT,
    TAG_LIST,
    tags_behind_text,
)
from newscrawl.reading.tree.measures import BOXES, NAME_WORDS, NEAR
from newscrawl.reading.tree.outline import climb, own_marks
from newscrawl.reading.tree.selecting import values
from newscrawl.reading.tree.structured import texts
from newscrawl.reading.tree.text import fold, text_of, tidy, unescape

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from newscrawl.reading.fields.sources import Sources

MOST_TAGS = 30
"""Bound: tags that are read of a statement, for lists of keywords for search engines have hundreds; a longer
list of links is a cloud of all the tags that the site has."""

_METAS = ("content_tag", "content_tags", "news_keywords", "dtk:keywords", "keyword_tag")
_MARK = re.compile(words.patterns("tags", "mark"))
_SITE_LABEL = re.compile(rf"\b(?:{words.alternatives('tags', 'site label')})\b")
_NO_TAGS = frozenset(words.texts("tags", "no tag"))
_OF_SITE = re.compile(words.patterns("widget_parts", "FOOTER", "NETWORK"))
_NO_MARK = re.compile(words.patterns("tags", "no mark"))
_CLOUD = re.compile(words.patterns("tags", "cloud"))
_CATEGORY = re.compile(r"/(?:categor(?:y|ies)|kategori)/")
_DIGITS = re.compile(r"\d+")
"""Systems number the boxes of a row: ``tag-3``, ``tag-4``."""
_LEVELS = 6
"""Boxes around a link that may be called the article's tags. Half changes 2 of 73 pages, twice none."""
_BEFORE_LABEL = 3
"""Lines before a link in which its label stands: the links of a row have a line each. Half and twice change
none of 73 pages."""
_ABOVE = 2
"""Lines above the headline in which links with a hash sign are the article's."""


def tags(sources: Sources) -> tuple[list[str], str] | None:
    """The tags that the publisher gave the article, and what produced them.

    Keywords for search engines are no tags: only what is shown as tags, or stated as such, counts.
    """
    for found, origin in _tag_lists(sources):
        kept = _clean(found)
        if kept:
            return kept, origin
    return None


def _tag_lists(sources: Sources) -> Iterator[tuple[list[str], str]]:
    for selector, found in values(sources.page, sources.page.rules.tags):
        yield found, f"rule: {selector}"
    meta = sources.page.meta
    shown = _shown(sources)
    stated = [unescape(value) for value in meta.get("article:tag", ())]
    yield _as_shown(stated, shown), "meta: article:tag"
    if sources.data.article is not None:
        keywords = list(texts(sources.data.article.get("keywords")))
        yield _as_shown(keywords, shown), "json-ld: keywords"
    yield shown, "page: tag links"
    for key in _METAS:
        named = [unescape(value) for value in meta.get(key, ())]
        yield named if _is_on_topic(sources, named) else [], f"meta: {key}"
    yield from tags_behind_text(sources)


def _is_on_topic(sources: Sources, stated: list[str]) -> bool:
    """Whether one of the keywords stands in the article: those of a whole site stand on all of its pages."""
    text = f"{sources.extent.text} {fold(sources.headline.text or '')} "
    entries = [fold(entry) for value in stated for entry in re.split("[,;]", value)]
    return sources.extent.last < 0 or any(entry and f" {entry} " in text for entry in entries)


def _as_shown(stated: list[str], shown: list[str]) -> list[str]:
    """The stated tags, unless the shown ones are among them: data lists sections too, a reader sees tags."""
    entries = re.split("[,;]", stated[0]) if len(stated) == 1 else stated
    known = {fold(entry) for entry in entries}
    return [] if shown and {fold(name) for name in shown} < known else stated


def _shown(sources: Sources) -> list[str]:
    """The texts of the tag links in the first list of them behind the headline.

    Only where nothing names a list, links count behind a hash sign, and rows of nothing but topics.
    """
    topical = sources.outline.leading_to(TOPIC_PATHS)
    return _listed(sources, topical) or _listed(sources, topical, plain=True)


def _listed(sources: Sources, topical: Set[int], *, plain: bool = False) -> list[str]:
    """The first list of tag links; a lone one without a label, as teasers have, gives way to a later list."""
    groups: list[_Group] = []
    end, last = sources.headline.end, sources.extent.last
    links = sources.outline.links
    # What stands further above the headline is in no list, and where links are plain, what is off the text.
    first = last - NEAR if plain else min(end, sources.headline.line - _ABOVE)
    for at in range(bisect_left(links, first, key=itemgetter(1)), 0 if plain and last < 0 else len(links)):
        anchor, line = links[at]
        if plain and line > last + 2 * NEAR_TEXT + MOST_TAGS:
            break
        is_behind = line >= end or _is_right_above(sources, anchor, line)
        is_near = 0 <= last < line <= last + NEAR_TEXT
        has_path = at in topical or (is_near and _in_plain_list(anchor))
        holder = _list_of(sources, anchor, line, has_path=has_path, plain=plain) if is_behind else None
        # Few links are in a list of tags, and to find the card around one is dear.
        if holder is not None and line > last and _is_of_card(sources, line):
            holder = None
        if holder is None and groups and groups[-1].is_labelled and at in topical:
            holder = box if groups[-1].goes_on(box := _own_box(anchor), line) else None
        if holder is None:
            continue
        if not groups or (holder is not groups[-1].holder and not groups[-1].goes_on(holder, line)):
            groups.append(_Group(holder, is_labelled=_is_labelled(sources, line)))
            groups[-1].is_of_site = _is_of_site(sources, line) or _is_cloud(sources, anchor, line)
        groups[-1].take(holder, line, tidy(text_of(anchor)))
    groups = [group for group in groups if not group.is_of_site]
    chosen = next((group for group in groups if group.is_labelled or len(group.names) > 1), None)
    chosen = chosen or next(iter(groups), None)
    found = chosen.all_names() if chosen else []
    return found if len(found) <= MOST_TAGS else []


class _Group:
    """Tag links in one box, or in a row of boxes with a tag each."""

    def __init__(self, holder: HtmlElement, *, is_labelled: bool) -> None:
        self.holder = holder
        self.is_labelled = is_labelled
        self.is_of_site = False
        self.line = -1
        self.names: list[str] = []

    def take(self, holder: HtmlElement, line: int, name: str) -> None:
        """Add a link's text."""
        self.holder, self.line = holder, line
        self.names.append(name)

    def all_names(self) -> list[str]:
        """The names; those of links to other pages of topics too, where all links in the box are alike."""
        links = [a for a in self.holder.iter("a") if (a.get("href") or "#").startswith(("http", "/"))]
        links = [a for a in links if not _CATEGORY.search(a.get("href") or "")]
        places = {tuple(element.tag for element in _up_to(a, self.holder)) for a in links}
        texts_of_all = [tidy(text_of(a)) for a in links]
        is_list = self.is_labelled and len(places) == 1 and set(self.names) < set(texts_of_all)
        return texts_of_all if is_list else self.names

    def goes_on(self, holder: HtmlElement, line: int) -> bool:
        """Whether a box is the next of the row: of the same names, or another item of the same list."""
        if line - self.line > 1 or holder.getparent() is not self.holder.getparent():
            return False
        if holder.tag == self.holder.tag == "li":
            return True
        marks, own = (_DIGITS.sub("", own_marks(box)) for box in (holder, self.holder))
        return marks == own


def _is_of_card(sources: Sources, at: int) -> bool:
    """Whether a link stands in the card of another article, which has topics of its own."""
    lines = sources.outline.lines
    return at < len(lines) and in_card(sources, lines[at])


def _is_right_above(sources: Sources, anchor: HtmlElement, line: int) -> bool:
    """Whether a link stands right above the headline, with a hash sign."""
    head = sources.headline
    if not head.line - _ABOVE <= line < head.line or sources.outline.lines[line].beside:
        return False
    return (anchor.text or "").lstrip().startswith("#")


@lru_cache(maxsize=4096)
def _names_tags(marks: str) -> bool:
    """Whether classes and id name a list of tags; the links of a template share theirs."""
    return _MARK.search(marks) is not None


def _list_of(
    sources: Sources, anchor: HtmlElement, line: int, *, has_path: bool, plain: bool
) -> HtmlElement | None:
    """The outermost element around a tag link that is marked as a list of tags; None for links in prose.

    Where nothing around is marked, the box of a link that is marked itself, or of one behind a label.
    """
    # Asked of every link behind the headline: most have no such names and no relation at all.
    rel = anchor.get("rel")
    is_marked = bool(rel and "tag" in rel.split()) or _names_tags(own_marks(anchor))
    is_marked = is_marked or _has_hash(anchor, before=plain)
    if not (is_marked or has_path) or is_category(anchor):
        return None
    around = climb(anchor, _LEVELS)[1:]
    marks = list(map(box_marks, around))
    marked = [element for element, own in zip(around, marks, strict=True) if _names_tags(own)]
    reach = around.index(marked[-1]) + 1 if marked else 1
    # Within a box of tags a row of links may bear the name of any row of links.
    names = [own for at, own in enumerate(marks[: reach + 1]) if at >= reach - 1 or own.strip() != "nav"]
    if not around or any(map(_NO_MARK.search, names)):
        return None
    if not marked and not is_marked and not _is_labelled(sources, line) and line >= sources.headline.end:
        row = _row_of(anchor) if plain and has_path else None
        return row if row is not None and _is_row(sources, row, anchor, line) else None
    holder = marked[-1] if marked else _own_box(anchor)
    return holder if not (marked and not _holds_tags(holder)) and not _is_prose(sources, line) else None


def _in_plain_list(anchor: HtmlElement) -> bool:
    """Whether a short link, wherever it leads, stands in a list called "tags"."""
    if tidy(text_of(anchor)).count(" ") >= NAME_WORDS:
        return False
    return any(TAG_LIST.search(own_marks(box)) for box in climb(anchor, BOXES)[1:])


def _has_hash(anchor: HtmlElement, *, before: bool) -> bool:
    """Whether a hash sign begins the link or, with ``before``, stands right before it."""
    own = anchor.text
    begins = own is not None and own.lstrip()[:1] == "#"
    if begins or not before:
        return begins
    sibling, parent = anchor.getprevious(), anchor.getparent()
    text = sibling.tail if sibling is not None else parent.text if parent is not None else None
    return (text or "").rstrip().endswith("#")


def _row_of(anchor: HtmlElement) -> HtmlElement | None:
    """The box around a link and those beside it; the list of a lone item."""
    parent = anchor.getparent()
    if parent is not None and sum(1 for _ in parent.iter("a")) > 1:
        return parent
    box = parent.getparent() if parent is not None and parent.tag == "li" else None
    return box if box is not None else _own_box(anchor).getparent()


def _is_row(sources: Sources, box: HtmlElement, anchor: HtmlElement, at: int) -> bool:
    """Whether an unnamed box behind the text holds two and more links of topics, and no other ones.

    One alone counts right behind the text, and a row farther off where the article speaks of one of them.
    """
    last = sources.extent.last
    links = list(box.iter("a"))
    # Each link of a row may have a line of its own.
    behind = max(at - last - links.index(anchor), 1)
    if not 0 <= last < at or behind > 2 * NEAR_TEXT:
        return False
    names = [name for anchor in links if (name := tidy(text_of(anchor)))]
    if not all(leads_to_topic(anchor.get("href") or "") for anchor in links):
        return False
    if len(names) > 1 and behind <= NEAR_TEXT:
        return True
    is_at_end = behind <= NEAR and box.tag in ("ul", "ol")
    return (len(names) > 1 or is_at_end) and _is_on_topic(sources, names)


def _own_box(anchor: HtmlElement) -> HtmlElement:
    """The outermost element around a link that holds no other one: ``<li><h2><a>``."""
    around = climb(anchor, _LEVELS)[1:]
    alone = [element for element in around if sum(1 for _ in element.iter("a")) == 1]
    return alone[-1] if alone else around[0]


def _up_to(anchor: HtmlElement, holder: HtmlElement) -> Iterator[HtmlElement]:
    return takewhile(lambda element: element is not holder, anchor.iterancestors())


def _holds_tags(holder: HtmlElement) -> bool:
    """Whether at least half of the links in a box are tags: a lone one over headlines names their topic."""
    links = [anchor for anchor in holder.iter("a") if tidy(text_of(anchor))]
    own = [a for a in links if leads_to_topic(a.get("href") or "") or "tag" in (a.get("rel") or "").split()]
    return 2 * len(own) >= len(links) or not own


def _is_prose(sources: Sources, at: int) -> bool:
    """Whether a link stands in a line of the text that is no list of tags behind its label."""
    if at >= len(sources.outline.lines):
        return False
    line = sources.outline.lines[at]
    if not sources.extent.holds(line):
        return False
    opens = fold(line.pieces[0]) if line.pieces else ""
    return opens not in LABELS and not (line.linked and _is_labelled(sources, at))


def _is_labelled(sources: Sources, line: int) -> bool:
    """Whether the line of a link, or one shortly before it, begins with a label of tags."""
    for near in sources.outline.lines[max(0, line - _BEFORE_LABEL) : line + 1]:
        if fold(near.pieces[0] if near.pieces else "") in LABELS:
            return True
    return False


def _is_of_site(sources: Sources, line: int) -> bool:
    """Whether the words over a list of links say that it is of the whole site ("Topik Populer")."""
    near = sources.outline.lines[max(0, line - _BEFORE_LABEL) : line + 1]
    label = next((text for found in reversed(near) if not found.linked and (text := found.text)), "")
    return len(label) <= LONGEST_TAG and _SITE_LABEL.search(fold(label)) is not None


def _is_cloud(sources: Sources, anchor: HtmlElement, line: int) -> bool:
    """Whether a link stands in a cloud of tags that no label calls the article's, nor any of its words."""
    around = climb(anchor, BOXES)
    cloud = next((element for element in reversed(around) if _CLOUD.search(own_marks(element))), None)
    if cloud is None or _is_labelled(sources, line):
        return False
    return not _is_on_topic(sources, [tidy(text_of(a)) for a in cloud.iter("a")])


def _without_label(entry: str) -> str:
    """ "Topic: Indra Birowo" without its label; what other labels head ("Editor: ...") is no tag."""
    label, colon, rest = entry.partition(":")
    if not colon or " " in label:
        return entry
    return rest.strip() if label.lower() in LABELS else ""


def _clean(found: Iterable[str]) -> list[str]:
    names: dict[str, str] = {}
    entries = list(found)
    if len(entries) == 1:
        entries = re.split("[,;]", entries[0])
    for entry in entries[:MOST_TAGS]:
        name = _without_label(entry.strip(" #,|•\t"))
        if fold(name) in _NO_TAGS:
            continue
        if 1 < len(name) <= LONGEST_TAG and fold(name):
            names.setdefault(fold(name), name)
    # A row of nothing but networks or pages of the site is no list of topics, whatever label stands above.
    if all(_OF_SITE.fullmatch(name.lower()) for name in names.values()):
        return []
    return list(names.values())
