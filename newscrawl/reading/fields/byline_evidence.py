"""Collects every statement a page makes about who wrote and edited its article.

Strings go on as found, with the role that their words or their place give them; ``newscrawl.reading.byline``
decides which of them are names, and whose. The visible byline comes first, then structured data, then the
meta tags, which often name the outlet, the editor or an account in place of the author.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from newscrawl.reading.byline import roles
from newscrawl.reading.byline.evidence import BylineEvidence, BylineRole
from newscrawl.reading.byline.names import is_person, names_in
from newscrawl.reading.tree.outline import Line, own_marks, signature
from newscrawl.reading.tree.payloads import author_near
from newscrawl.reading.tree.selecting import values
from newscrawl.reading.tree.structured import as_list, texts, types_of
from newscrawl.reading.tree.tags import HEADINGS
from newscrawl.reading.tree.text import fold, tidy, unescape

if TYPE_CHECKING:
    from newscrawl.reading.fields.sources import Sources

_AUTHOR_MARK = re.compile(
    r"author|penulis|reporter|byline|wartawan|jurnalis|journalist|writer|pewarta|creator|nmrep|namerep|kontributor"
)
_EDITOR_MARK = re.compile(r"editor(?!ial)|redaktur")
_NO_BYLINE_MARK = re.compile(
    r"caption|photo|foto|image|img|gambar|figure|share|sosial|social|breadcrumb|tag\b|tags|avatar|komentar"
    r"|comment"
)
_AUTHOR_HREF = re.compile(
    r"/(?:authors?|penulis|profile|reporters?|wartawan|jurnalis|redaktur|kontributor|contributors?|me|u|users?"
    r"|member|writers?|kolumnis|by)/[^/?#]",
    re.IGNORECASE,
)
_PERSON_ICON = re.compile(r"(?:^|[\s-])(?:user|users|person|author|pencil|pen|account)(?:[\s-]|$)")
_DATE_MARK = re.compile(r"date|time|tanggal|tgl|meta")
_TOPIC_HREF = re.compile(
    r"/(?:tags?|topi[ck]s?|categor\w*|kategori|kanal|rubrik|search|cari|foto|video|artis|profile?|tokoh|indeks)\b",
    re.IGNORECASE,
)
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
_WRITTEN_BY = re.compile(r"written by|ditulis oleh|penulis|oleh|author", re.IGNORECASE)
_ACCOUNT = re.compile(r"[a-z][a-z0-9._-]{4,30}")
_GLUE_AFTER = (":", ",", "&", "(", "-", "/", "：")
_GLUE_BEFORE = (":", ",", "&", ")", "/", "：")
_GLUE_WORDS = frozenset(("dan", "and", "serta", "&", ","))
_JUST_MARKS = re.compile(r"\W*")
_LONGEST = 200
_MOST_ICONS = 12
_MOST_BESIDE_NAMES = 80
_CREDIT_GAP = 4
_LAST_CREDIT = 12


def collect(sources: Sources) -> list[BylineEvidence]:
    """The evidence for the people of the page, the most reliable first."""
    head = _head_lines(sources)
    shown = [*_in_head(head), *_in_credits(sources)]
    if not any(item.role == "author" for item in shown):
        shown += _beside_date(sources, head)
    stated = [*_in_json_ld(sources), *_in_meta(sources)]
    found = [*_by_rule(sources), *shown, *_accounts(sources, stated), *stated]
    if not found:
        found += _in_payloads(sources)
    return list(dict.fromkeys(found))


def joined(line: Line) -> str:
    """The line's text, ``|`` wherever an inline element begins or ends and no word or sign binds the two."""
    out = ""
    for piece in line.pieces:
        bound = out.endswith(_GLUE_AFTER) or piece.startswith(_GLUE_BEFORE)
        if not bound and out:
            bound = piece in _GLUE_WORDS or out.rpartition(" ")[2] in _GLUE_WORDS
        out += (" " if bound else " | ") + piece if out else piece
    return out


def _by_rule(sources: Sources) -> Iterator[BylineEvidence]:
    rules = sources.page.rules
    by_role: tuple[tuple[Sequence[str], BylineRole], ...] = (
        (rules.author, "author"),
        (rules.editor, "editor"),
    )
    for selectors, role in by_role:
        for selector, found in values(sources.page, selectors):
            for text in found[:5]:
                named = [part for part in roles.read(text) if part.role is not None]
                for part in named:
                    yield BylineEvidence(part.names, part.role or role, f"rule: {selector}")
                if not named:
                    yield BylineEvidence(text, role, f"rule: {selector}")


def _in_head(head: Sequence[Line]) -> Iterator[BylineEvidence]:
    """Lines around the headline with a role word, or in an element or link that is marked as the author's."""
    for line in head:
        text = joined(line)
        detail = f"page: {signature(line.block)}"
        named = _with_roles(text)
        if named:
            yield from (BylineEvidence(part.names, part.role or "unknown", detail) for part in named)
            continue
        marked = _mark_of(line)
        names = _first_names(text) if marked is not None else ""
        if marked is not None and names and len(text) <= len(names) + _MOST_BESIDE_NAMES:
            yield BylineEvidence(names, marked, detail)
        else:
            yield from _linked_authors(line)
            yield from _beside_icons(line)


def _with_roles(text: str) -> list[roles.Named]:
    return [part for part in roles.read(text) if part.role is not None] if roles.may_hold_label(text) else []


def _head_lines(sources: Sources) -> list[Line]:
    above = [line for line in sources.above[:3] if not line.beside]
    lines = [*sources.below, *above]
    return [line for line in lines if 2 < len(line.text) <= _LONGEST and not line.beside]


def _first_names(text: str) -> str:
    """The first part of a line that names anybody."""
    return next((part.names for part in roles.read(text) if names_in(part.names)), "")


def _mark_of(line: Line) -> BylineRole | None:
    """The role that classes, ids and ``itemprop`` give the line: its blocks', then its inline elements'."""
    if any(map(_NO_BYLINE_MARK.search, line.marks[:2])):
        return None
    named = (*line.around[:3], *line.inline)
    stated = (f"{e.get('itemprop') or ''} {e.get('rel') or ''}".lower() for e in named)
    marks = " ".join((*line.marks[:3], *map(own_marks, line.inline), *stated))
    if _AUTHOR_MARK.search(marks):
        return "author"
    return "editor" if _EDITOR_MARK.search(marks) else None


def _linked_authors(line: Line) -> Iterator[BylineEvidence]:
    for anchor in (*line.inline, *line.around[:3]):
        if anchor.tag != "a":
            continue
        if "author" in (anchor.get("rel") or "") or _AUTHOR_HREF.search(anchor.get("href") or ""):
            text = tidy(anchor.text_content())
            if names_in(text):
                yield BylineEvidence(text, "author", "page: author link")


def _beside_icons(line: Line) -> Iterator[BylineEvidence]:
    """Names behind a picture of a person or a pen, which many themes put in place of a word."""
    for icon in islice(line.block.iterdescendants("i", "svg", "img"), _MOST_ICONS):
        if _PERSON_ICON.search(own_marks(icon)):
            following = icon.getnext()
            text = tidy(icon.tail or "") or (tidy(following.text_content()) if following is not None else "")
            if len(text) <= _LONGEST and names_in(text):
                yield BylineEvidence(text, "author", f"page: beside {signature(icon)}")


def _in_credits(sources: Sources) -> Iterator[BylineEvidence]:
    """The first group of lines behind the headline that pair role words with names."""
    lines = sources.outline.lines
    group: list[int] = []
    for index in lines.matching(roles.STARTS_LIKE_LABEL, sources.headline.end):
        if not _is_credit(lines[index]):
            continue
        if group and index - group[-1] > _CREDIT_GAP:
            found = list(_read_credits(lines, group))
            if found:
                yield from found
                return
            group = []
        if len(group) < _LAST_CREDIT:
            group.append(index)
    yield from _read_credits(lines, group)


def _is_credit(line: Line) -> bool:
    if len(line.raw[0]) > 2 * _LONGEST or len(text := line.text) > _LONGEST:
        return False
    if roles.is_role_word(text):
        return roles.role_of(text.strip(" :：|-")) is not None
    last = line.pieces[-1] if len(line.pieces) > 1 else ""
    if last and len(text) <= 80 and roles.is_role_word(last):
        return roles.role_of(last.strip(" :")) is not None
    return roles.has_closed_label(text)


def _read_credits(lines: Sequence[Line], group: Sequence[int]) -> Iterator[BylineEvidence]:
    alone = [at for at in group if roles.is_role_word(lines[at].text)]
    trailing = bool(alone) and alone[0] > 0 and is_person(lines[alone[0] - 1].text)
    for at in group:
        detail = f"page: {signature(lines[at].block)}"
        text = joined(lines[at])
        if at in alone:
            beside = _name_beside(lines, at, trailing=trailing)
            text = f"{text.rstrip(' :')}: {beside}" if beside else ""
        for part in roles.read(text):
            if part.role is not None and names_in(part.names):
                yield BylineEvidence(part.names, part.role, detail)


def _name_beside(lines: Sequence[Line], at: int, *, trailing: bool) -> str:
    if trailing:
        return lines[at - 1].text
    for line in lines[at + 1 : at + 3]:
        if not _JUST_MARKS.fullmatch(line.text):
            return line.text.lstrip(" :：") if len(line.text) <= 100 else ""
    return ""


def _beside_date(sources: Sources, head: Sequence[Line]) -> Iterator[BylineEvidence]:
    """Without any label: a name in the date line, or alone on a line next to it."""
    dated = next((line for line in head if line.is_dated), None)
    if dated is None:
        return
    near = [dated, *(line for line in head if _is_next_to(line, dated))]
    for line in near:
        whole = line is not dated
        for part in roles.read(joined(line)):
            names = names_in(part.names)
            if (
                names
                and not (whole and len(line.text) > len(names[0]) + 40)
                and _is_plausible(names[0], sources, whole=whole)
            ):
                yield BylineEvidence(part.names, "author", f"beside the date: {signature(line.block)}")
                return


def _is_next_to(line: Line, dated: Line) -> bool:
    """Whether ``line`` is close to the date line and no heading, caption, list entry or link to a topic."""
    distance = abs(line.index - dated.index)
    if not 0 < distance <= 2 or "/" in line.text:
        return False
    if line.linked and (distance > 1 or any(_TOPIC_HREF.search(e.get("href") or "") for e in line.inline)):
        return False
    if line.block.tag in ("figcaption", "li") or line.block.tag in HEADINGS[1:]:
        return _DATE_MARK.search(own_marks(line.block)) is not None
    return not any(map(_NO_BYLINE_MARK.search, line.marks[:2]))


def _is_plausible(name: str, sources: Sources, *, whole: bool) -> bool:
    """Whether an unlabelled name is likely the author's: no topic of the article, no section, no site."""
    if name.isupper() or (whole and " " not in name):
        return False
    if any(len(word) > 3 and word in sources.host for word in fold(name).split()):
        return False
    words = set(fold(name).split())
    topics = " ".join([sources.headline.text or "", *sources.page.meta.get("keywords", ())[:1]])
    if words & {word for word in fold(topics).split() if len(word) > 3}:
        return False
    return fold(name).replace(" ", "-") not in sources.page.url.casefold()


def _names_site(name: str, sources: Sources) -> bool:
    wanted = fold(name).replace(" ", "")
    return any(wanted in fold(site).replace(" ", "") for site in sources.site_names)


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
                if not _names_site(text, sources):
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
                if not _names_site(text, sources):
                    yield BylineEvidence(text, role, f"meta: {key}")
    label = sources.page.meta.get("twitter:label1", [""])[0]
    if _WRITTEN_BY.search(label):
        for content in sources.page.meta.get("twitter:data1", ()):
            yield BylineEvidence(unescape(content), "author", "meta: twitter:data1")


def _in_payloads(sources: Sources) -> Iterator[BylineEvidence]:
    name = author_near(sources.page.root, sources.headline.text or "")
    if name is not None and not _names_site(name, sources):
        yield BylineEvidence(tidy(name), "author", "hydration: author beside the title")


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
