"""Who wrote and edited an article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newscrawl.reading.byline import roles
from newscrawl.reading.byline.codes import read_codes
from newscrawl.reading.byline.evidence import BylineEvidence
from newscrawl.reading.byline.fact_lists import in_fact_list
from newscrawl.reading.byline.names import is_person, names_in
from newscrawl.reading.byline.signatures import is_related, signatures
from newscrawl.reading.tree.measures import AROUND, NEAR

if TYPE_CHECKING:
    from newscrawl.reading.tree.blocks import Block

_TIERS = ("label:", "rule:", "page:", "beside the date:", "json-ld:", "meta:", "hydration:")
"""Kinds of places, the most reliable first. An explicit role word beats classes and site rules."""

_STATED = ("json-ld:", "meta:", "hydration:")
_LABELLED = "label:"
_BY_RULE = "rule:"
_UNLABELLED = "beside the date:"
_LONGEST_PEN_NAME = 3
"""Letters of a word that is a name cut off; many names of four are names by themselves ("Anis", "Rudi")."""
_SHORTEST_INITIALED = 5
"""Letters of a name with an initial, "Ani W": of a shorter one too many begin so."""

_REPORTED = re.compile(r"laporan\s+(?:wartawan|kontributor|jurnalis|reporter|koresponden)\b", re.IGNORECASE)

Found = tuple[str, str]
"""A name, and what produced it."""


@dataclass(slots=True)
class Byline:
    """Names by role, the codes that close the text, and for each field what produced it."""

    authors: list[str] = field(default_factory=list)
    editors: list[str] = field(default_factory=list)
    contributors: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    provenance: dict[str, str] = field(default_factory=dict)


def read_byline(
    evidence: Sequence[BylineEvidence],
    blocks: Sequence[Block],
    *,
    outlets: Sequence[str] = (),
    site: Sequence[str] = (),
    place: str | None = None,
) -> Byline:
    """The people named in ``evidence`` and in the kept ``blocks``; names in ``outlets`` are nobody,
    and those of the page's own ``site`` no codes. The dateline's ``place`` beside a name is no second one.

    For each role the most reliable kind of place that names anybody decides: a role word beside the names
    (around the headline, in credits, in the text's first and last lines), site rules, what the page marks as
    its byline, a name beside the date, structured data, meta tags. Who is shown as editor is no author
    because structured data calls him one. At last a signature under the text counts.
    """
    items = [*evidence, *_in_text(blocks)]
    editors = _first_tier("editor", items, outlets, (), site)
    authors = _first_tier("author", items, outlets, editors, site)
    signed = signatures(blocks, outlets=outlets, edited=bool(editors)) if not authors else []
    authors = authors or _beside_site([(name, "text: signature") for name in signed], site)
    if len(authors) > 1 and place is not None:
        authors = [found for found in authors if _key(found[0]) != _key(place)]
    contributors = _first_tier("contributor", items, outlets, (), site)
    byline = Byline(codes=read_codes(blocks, site=site))
    byline.authors, byline.editors = [name for name, _ in authors], [name for name, _ in editors]
    byline.contributors = [name for name, _ in contributors]
    for key, found in (("authors", authors), ("editors", editors), ("contributors", contributors)):
        if found:
            byline.provenance[key] = found[0][1]
    if byline.codes:
        byline.provenance["byline_codes"] = "text: ending"
    return byline


def _first_tier(
    role: str,
    items: Sequence[BylineEvidence],
    outlets: Sequence[str],
    editors: Sequence[Found],
    site: Sequence[str],
) -> list[Found]:
    """The names of ``role`` in the most reliable kind of place that has any.

    ``editors`` are authors too only where the visible page says so.
    """
    for tier in _TIERS:
        found: dict[str, Found] = {}
        for item in items:
            if item.role == role and _tier(item) == tier:
                for name in names_in(
                    item.text, outlets=outlets, labelled=item.labelled, small=True, stated=item.stated
                ):
                    bare = _without_site(name, site)
                    found.setdefault(_key(bare), (bare, item.detail))
        people = [each for each in found.values() if not _is_editor(each[0], tier, editors, items)]
        if people:
            return _without_parts(_beside_site(people, site))
    return []


def _beside_site(found: list[Found], site: Sequence[str]) -> list[Found]:
    """Beside a person the site is where he writes: "Rara Kelana/Kabar Lereng"."""
    return [each for each in found if _key(each[0]).replace(" ", "") not in site] or found


def _without_site(name: str, site: Sequence[str]) -> str:
    """A full name without that of the site before it: "Laporan Wartawan KabarLereng Rara Kelana"."""
    parts = name.split()
    for size in range(1, len(parts) - 1):
        if "".join(parts[:size]).casefold() in site:
            return " ".join(parts[size:])
    return name


def _is_editor(name: str, tier: str, editors: Sequence[Found], items: Sequence[BylineEvidence]) -> bool:
    """Whether who is named in a place of that kind is known as the editor, and so no author because of it.

    Where role words call others authors (an agency) and him the editor, classes that call him both are
    those of the box around them. A site's rule for authors may take in the editor who stands beside them.
    """
    if tier == _BY_RULE and not any(item.role == "author" and item.labelled for item in items):
        elsewhere = (editor for editor, detail in editors if not detail.startswith(_BY_RULE))
        return any(_key(name) == _key(editor) for editor in elsewhere)
    if tier in _STATED:
        return any(_same_person(name, editor) for editor, _ in editors)
    if tier == _LABELLED:
        return False
    roles_said = {item.role for item in items if item.labelled}
    sure = tier == _UNLABELLED or {"author", "editor"} <= roles_said
    return sure and any(_key(name) == _key(editor) for editor, _ in editors)


def _tier(item: BylineEvidence) -> str:
    return _LABELLED if item.labelled else f"{item.detail.partition(':')[0]}:"


def _key(name: str) -> str:
    return " ".join(name.casefold().replace(".", " ").split())


def _same_person(one: str, other: str) -> bool:
    """Whether one name is the other or a part of it ("Andhika", "Andhika Prasetyo")."""
    left, right = set(_key(one).split()), set(_key(other).split())
    return left <= right or right <= left


def _without_parts(found: list[Found]) -> list[Found]:
    """Without names that are a part of another one in the list, or that one shortened."""
    words = [set(_key(name).split()) for name, _ in found]
    return [
        item
        for at, item in enumerate(found)
        if not any(words[at] < other for other in words)
        and not any(_shortens(_key(item[0]), _key(name)) for name, _ in found)
    ]


def _shortens(short: str, name: str) -> bool:
    """Whether a name of two words is another one with an initial for the last: "Sari W", "Sari Wulandari".

    One short word is the beginning of a word of it ("Wul").
    """
    if " " not in short and len(short) <= _LONGEST_PEN_NAME:
        return len(short) < len(name) and any(word.startswith(short) for word in name.split())
    return (
        len(short) >= _SHORTEST_INITIALED
        and short[-2] == " "
        and len(name) > len(short)
        and name.startswith(short)
    )


def _in_text(blocks: Sequence[Block]) -> Iterator[BylineEvidence]:
    """Bylines in the first and last lines of the text: "Laporan Wartawan Tribun Timur, Mulyadi"."""
    texts = [block.text for block in blocks]
    head = [at for at, text in enumerate(texts[:NEAR]) if _REPORTED.match(text) or roles.is_credit_line(text)]
    first_tail = max(NEAR, len(texts) - AROUND)
    tail = [at for at in range(first_tail, len(texts)) if _is_credit(blocks[at])]
    for at in (*head, *_without_cards(tail, blocks)):
        if len(texts[at]) <= roles.LONGEST and not in_fact_list(texts, at):
            for part in roles.read(texts[at]):
                if part.role is not None:
                    detail = f"page: text, {part.word.lower()}"
                    yield BylineEvidence(part.names, part.role, detail, labelled=True)
    for text in texts[-AROUND:]:
        for part in roles.in_last_bracket(text):
            if part.role is not None or is_person(part.names):
                role = part.role or "author"
                yield BylineEvidence(part.names, role, "page: text, last bracket", labelled=True)


def _is_credit(block: Block) -> bool:
    """Whether a line below the text is a byline; one that was left out as such needs no sign: "Editor X"."""
    if roles.is_credit_line(block.text):
        return True
    return not block.kept and block.reason == "byline" and roles.has_label(block.text)


def _without_cards(tail: Sequence[int], blocks: Sequence[Block]) -> list[int]:
    """The lines of ``tail`` but for those of related articles: several that each stand behind a link."""
    behind = [at for at in tail if at and is_related(blocks[at - 1])]
    return [at for at in tail if at not in behind] if len(behind) > 1 else list(tail)
