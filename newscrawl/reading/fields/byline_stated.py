"""Whom the structured data, the metas and the scripts' data of a page state as its author and editor."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from lxml import etree

from newscrawl.reading.byline import roles
from newscrawl.reading.byline.evidence import BylineEvidence, BylineRole
from newscrawl.reading.byline.names import is_person
from newscrawl.reading.fields.byline_lines import head_lines, says_author
from newscrawl.reading.tree.outline import marks_company, own_marks, signature
from newscrawl.reading.tree.payloads import author_near
from newscrawl.reading.tree.structured import as_list, texts, types_of
from newscrawl.reading.tree.text import fold, tidy, unescape

if TYPE_CHECKING:
    from newscrawl.reading.fields.sources import Sources

_META_ROLES: dict[str, BylineRole] = {
    "author": "author",
    "article:author": "author",
    "article:author_name": "author",
    "content_author": "author",
    "content_creator_fullname": "author",
    "dtk:author": "author",
    "jpnncom_news_author": "author",
    "parsely-author": "author",
    "sailthru.author": "author",
    "dc.creator": "author",
    "dcterms.creator": "author",
    "byl": "author",
    "penulis": "author",
    "reporter": "author",
    "content_editor": "editor",
    "editor": "editor",
    "dtk:editor": "editor",
    "jpnncom_news_editor": "editor",
}
_JSON_LD: tuple[tuple[str, BylineRole], ...] = (
    ("author", "author"),
    ("creator", "author"),
    ("editor", "editor"),
    ("contributor", "contributor"),
)
_AUTHORS_NAMES = etree.XPath(
    "//*[@itemprop = 'author' or @itemprop = 'creator']/meta[@itemprop = 'name']"
    "[not(ancestor::*[@itemprop = 'comment' or @itemprop = 'review'])]"
)
_ITEMS_AUTHORS = etree.XPath(
    "//meta[@itemprop = 'author' and not(@name) and not(@property)]/@content"
    "[not(ancestor::*[@itemprop = 'comment' or @itemprop = 'review'])]"
)
_WRITTEN_BY = re.compile(r"written by|ditulis oleh|penulis|oleh|author", re.IGNORECASE)
_ACCOUNT = re.compile(r"[a-z][a-z0-9._-]{4,30}")


def collect(sources: Sources) -> list[BylineEvidence]:
    """The evidence of JSON-LD and metas, and the names that the page shows for accounts in them."""
    stated = [*_in_json_ld(sources), *_in_meta(sources)]
    return [*_accounts(sources, stated), *(_confirmed(item, sources) for item in stated)]


def _confirmed(item: BylineEvidence, sources: Sources) -> BylineEvidence:
    """The evidence, marked so where an ordinary word is part of a name that the byline shows, too."""
    if is_person(item.text) or not is_person(item.text, stated=True):
        return item
    shown = any(says_author(line, item.text) for line in head_lines(sources))
    return replace(item, stated=True) if shown else item


def in_payloads(sources: Sources) -> Iterator[BylineEvidence]:
    """The author that stands beside the title in the data of the page's scripts."""
    name = author_near(sources.page, sources.headline.text or "")
    if name is not None and not sources.names_site(name):
        yield BylineEvidence(tidy(name), "author", "hydration: author beside the title")


def _in_json_ld(sources: Sources) -> Iterator[BylineEvidence]:
    node = sources.data.article
    if node is None:
        return
    for key, role in _JSON_LD:
        for value in as_list(node.get(key)):
            person = sources.data.resolve(value)
            if isinstance(person, dict) and "organization" in types_of(person):
                continue
            stated = _job_role(person) or role
            for text in texts(person):
                yield BylineEvidence(text, stated, f"json-ld: {key}")


def _job_role(person: Any) -> BylineRole | None:
    if isinstance(person, dict) and isinstance(person.get("jobTitle"), str):
        return roles.role_of(person["jobTitle"])
    return None


def _in_meta(sources: Sources) -> Iterator[BylineEvidence]:
    for key, contents in sources.page.meta.items():
        role = _META_ROLES.get(key)
        if role is not None:
            for content in contents[:5]:
                text = unescape(content)
                if key != "author" or _is_confirmed(text, sources) or text in _in_items(sources):
                    yield BylineEvidence(text, role, f"meta: {key}")
    if "name" in sources.page.meta:
        yield from _in_microdata(sources)
    label = sources.page.meta.get("twitter:label1", [""])[0]
    if _WRITTEN_BY.search(label):
        for content in sources.page.meta.get("twitter:data1", ()):
            yield BylineEvidence(unescape(content), "author", "meta: twitter:data1")


def _in_microdata(sources: Sources) -> Iterator[BylineEvidence]:
    """The names of authors that are no text of the page, each in an item of its own."""
    own = set(sources.page.meta["name"])
    for meta in _AUTHORS_NAMES(sources.page.root):
        name = (meta.get("content") or "").strip()
        if name in own and not any(marks_company(own_marks(box)) for box in meta.iterancestors()):
            yield BylineEvidence(unescape(name), "author", "meta: author.name")


def _in_items(sources: Sources) -> list[str]:
    """What metas of microdata state as the author, which are no work of a developer."""
    return [str(name).strip() for name in _ITEMS_AUTHORS(sources.page.root)]


def _is_confirmed(text: str, sources: Sources) -> bool:
    """Whether the page shows the name that its plain author meta states, or its structured data has it.

    Where nothing else does, it was a developer's or an uploader's on every page measured (2 of 2 of 314).
    """
    name = text.casefold()
    if name in sources.outline.lines.folded or _ACCOUNT.fullmatch(text):
        return True
    return any(name in item.text.casefold() for item in _in_json_ld(sources))


def _accounts(sources: Sources, stated: Sequence[BylineEvidence]) -> Iterator[BylineEvidence]:
    """The name that the page shows for an account it states as the author ("akhmadrijal")."""
    wanted = {fold(item.text) for item in stated if item.role == "author" and _ACCOUNT.fullmatch(item.text)}
    if not wanted:
        return
    lines = sources.outline.lines
    initials = {name[0] for name in wanted}
    for index, first, _ in lines.ends():
        # To make a line of its runs costs more than to look at its first letter.
        if fold(first.lstrip()[:8])[:1] not in initials:
            continue
        line = lines[index]
        text = line.text
        if len(text) <= 60 and fold(text).replace(" ", "") in wanted and is_person(text):
            yield BylineEvidence(text, "author", f"page: {signature(line.block)}")
            return
