"""Collects every statement a page makes about who wrote and edited its article.

Strings go on as found, with the role that their words or their place give them; ``newscrawl.reading.byline``
decides which of them are names, and whose. The visible byline comes first, then structured data, then the
meta tags, which often name the outlet, the editor or an account in place of the author.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newscrawl.reading.byline import roles
from newscrawl.reading.byline.evidence import BylineEvidence, BylineRole
from newscrawl.reading.fields import (
    byline_beside_date,
    byline_boxes,
    byline_credits,
    byline_lines,
    byline_stated,
)
from newscrawl.reading.fields.date_lines import among_text
from newscrawl.reading.tree.outline import signature
from newscrawl.reading.tree.selecting import values

if TYPE_CHECKING:
    from newscrawl.reading.fields.sources import Sources


def collect(sources: Sources) -> list[BylineEvidence]:
    """The evidence for the people of the page, the most reliable first."""
    shown = [*byline_lines.collect(sources), *byline_credits.collect(sources)]
    if not any(item.role == "author" for item in shown):
        shown += (
            list(byline_beside_date.collect(sources))
            or list(byline_boxes.collect(sources))
            or list(byline_credits.in_column(sources))
            or list(_among_text(sources))
        )
    found = [*_by_rule(sources), *shown, *byline_stated.collect(sources)]
    found = [item for item in found if not _names_site(item, sources)]
    if not found:
        found += byline_stated.in_payloads(sources)
    return list(dict.fromkeys(found))


def _among_text(sources: Sources) -> Iterator[BylineEvidence]:
    """The people in the one line between two parts of the text that gives date, time and writer."""
    line = among_text(sources)
    if line is None:
        return
    first = next(n for n, piece in enumerate(line.pieces) if roles.has_closed_label(piece))
    for part in roles.read(" ".join(line.pieces[first:])):
        if part.role is not None:
            yield BylineEvidence(part.names, part.role, f"page: {signature(line.block)}", labelled=True)


def _names_site(item: BylineEvidence, sources: Sources) -> bool:
    """Whether it is the site that is named; who is called the author of a blog of his name stays one."""
    return sources.names_site(item.text) or (not item.labelled and sources.stands_beside_title(item.text))


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
                    yield BylineEvidence(part.names, part.role or role, f"rule: {selector}", labelled=True)
                if not named:
                    yield BylineEvidence(text, role, f"rule: {selector}")
