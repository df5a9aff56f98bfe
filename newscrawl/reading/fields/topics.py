"""Section and tags: where the publisher files the article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newscrawl import words
from newscrawl.reading.tree.outline import Line, climb, own_marks
from newscrawl.reading.tree.selecting import values
from newscrawl.reading.tree.structured import texts
from newscrawl.reading.tree.text import fold, tidy, unescape

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from newscrawl.reading.fields.sources import Sources

Stated = tuple[str, str]
"""A value, and what produced it."""

LONGEST_SECTION = 50
LONGEST_TAG = 60
MOST_TAGS = 40

_CRUMB = re.compile(words.patterns("sections", "crumb mark"))
_CRUMB_SPLIT = re.compile(r"\s{0,3}[»›>|•→\\]\s{0,3}|\s{1,3}/\s{1,3}|^/\s{0,3}|\s{0,3}/$")
_MOST_CRUMBS = 6
_HOME = frozenset(words.texts("sections", "home"))
_SECTION_MARK = re.compile(words.patterns("sections", "mark"))
_GENERIC = frozenset(words.texts("sections", "generic"))
_SECTION_METAS = ("content_category", "article:section", "section", "category", "jpnncom_news_category")
_TAG_METAS = ("article:tag", "content_tag", "content_tags", "news_keywords", "dtk:keywords", "keyword_tag")
_TAG_PATH = re.compile(words.patterns("tags", "path"))
_TAG_MARK = re.compile(words.patterns("tags", "mark"))
_TAG_LABELS = frozenset(words.texts("tags", "label"))
_NO_TAGS = frozenset(words.texts("tags", "no tag"))
_NO_TAG_MARK = re.compile(words.patterns("tags", "no mark"))


def section(sources: Sources) -> Stated | None:
    """The section as the page names it, the most specific of a breadcrumb."""
    return next(iter(_sections(sources)), None)


def tags(sources: Sources) -> tuple[list[str], str] | None:
    """The tags that the publisher gave the article, and what produced them.

    Keywords for search engines are no tags: only what is shown as tags, or stated as such, counts.
    """
    for found, origin in _tag_lists(sources):
        kept = _clean_tags(found)
        if kept:
            return kept, origin
    return None


def _sections(sources: Sources) -> Iterator[Stated]:
    for selector, found in values(sources.page, sources.page.rules.section):
        yield from _plausible([found[-1]], f"rule: {selector}", sources)
    if sources.data.article is not None:
        yield from _plausible(
            texts(sources.data.article.get("articleSection")), "json-ld: articleSection", sources
        )
    yield from _plausible(reversed(_crumbs(sources)), "page: breadcrumb", sources)
    yield from _plausible(reversed(sources.data.breadcrumb()), "json-ld: BreadcrumbList", sources)
    for key in _SECTION_METAS:
        yield from _plausible(map(unescape, sources.page.meta.get(key, ())), f"meta: {key}", sources)
    for line in sources.above[:3]:
        if line.beside or not sources.is_near_headline(line, levels=6):
            continue
        if any(map(_SECTION_MARK.search, (*line.marks[:2], *map(own_marks, line.inline)))):
            yield from _plausible([line.text], "page: label above the headline", sources)


def _plausible(names: Iterable[str], origin: str, sources: Sources) -> Iterator[Stated]:
    title = fold(sources.headline.text or "")
    sites = {fold(site) for site in sources.site_names}
    for name in names:
        folded = fold(name)
        if not folded or len(name) > LONGEST_SECTION or folded in _HOME or folded in _GENERIC:
            continue
        if folded == title or folded in sites or name.startswith(("http", "/")) or folded.isdigit():
            continue
        if folded.count(" ") > 2 and title.startswith(folded[:30]):
            continue
        yield name, origin
        return


def _crumbs(sources: Sources) -> list[str]:
    """The entries of the breadcrumb above the headline, outermost first."""
    at = sources.headline.line
    found: list[str] = []
    for line in sources.outline.lines[max(0, at - 8) : at] if at > 0 else ():
        if _is_crumb(line):
            parts = [part for piece in line.pieces for part in _CRUMB_SPLIT.split(piece) if part.strip()]
            found += parts if len(parts) <= _MOST_CRUMBS else []
    return [tidy(part) for part in found]


def _is_crumb(line: Line) -> bool:
    labels = (element.get("aria-label") or "" for element in line.around[:4])
    if any(map(_CRUMB.search, line.marks[:4])) or any(_CRUMB.search(label.lower()) for label in labels):
        return True
    text = line.text[:40].casefold()
    return text.startswith(tuple(_HOME)) and any(sign in text for sign in "»›>/")


def _tag_lists(sources: Sources) -> Iterator[tuple[list[str], str]]:
    for selector, found in values(sources.page, sources.page.rules.tags):
        yield found, f"rule: {selector}"
    meta = sources.page.meta
    yield [unescape(value) for value in meta.get("article:tag", ())], "meta: article:tag"
    if sources.data.article is not None:
        yield list(texts(sources.data.article.get("keywords"))), "json-ld: keywords"
    yield _shown_tags(sources), "page: tag links"
    for key in _TAG_METAS[1:]:
        yield [unescape(value) for value in meta.get(key, ())], f"meta: {key}"


def _shown_tags(sources: Sources) -> list[str]:
    """The texts of the tag links in the first list of them behind the headline."""
    group: HtmlElement | None = None
    found: list[str] = []
    for anchor, line in sources.outline.links:
        holder = _tag_list_of(anchor) if line >= sources.headline.end and _is_tag_link(anchor) else None
        if holder is None:
            continue
        if group is not None and holder is not group:
            break
        group = holder
        found.append(tidy(anchor.text_content()))
    return found


def _is_tag_link(anchor: HtmlElement) -> bool:
    return _TAG_PATH.search(anchor.get("href") or "") is not None or "tag" in (anchor.get("rel") or "")


def _tag_list_of(anchor: HtmlElement) -> HtmlElement | None:
    """The outermost element around a tag link that is marked as a list of tags; None for links in prose."""
    around = climb(anchor, 6)[1:]
    marks = list(map(own_marks, around))
    if any(map(_NO_TAG_MARK.search, marks)) or not around:
        return None
    marked = [element for element, own in zip(around, marks, strict=True) if _TAG_MARK.search(own)]
    if marked:
        return marked[-1]
    return around[0] if "tag" in (anchor.get("rel") or "").split() and around[0].tag != "p" else None


def _without_label(entry: str) -> str:
    """ "Topic: Indra Birowo" without its label; what other labels head ("Editor: ...") is no tag."""
    label, colon, rest = entry.partition(":")
    if not colon or " " in label:
        return entry
    return rest.strip() if label.lower() in _TAG_LABELS else ""


def _clean_tags(found: Iterable[str]) -> list[str]:
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
    return list(names.values())
