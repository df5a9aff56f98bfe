"""The box about the author that stands under the text, where nothing at the headline names anybody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newscrawl import words
from newscrawl.reading.byline.evidence import BylineEvidence
from newscrawl.reading.byline.names import names_in
from newscrawl.reading.fields.byline_lines import AUTHOR_MARK
from newscrawl.reading.fields.cards import in_card
from newscrawl.reading.tree.outline import own_marks, signature

if TYPE_CHECKING:
    from newscrawl.reading.fields.sources import Sources

_BOX = re.compile(rf"(?:^|[\s_-])(?:{words.patterns('regions', 'author box')})(?:$|[\s_-])")
_LINES_BELOW = 30
"""Lines behind the text in which the writer's box is looked for: tags, buttons and links stand between. Half
and twice change none of 73 pages."""
_LONGEST = 80
"""The line with the name: a longer one tells of the author."""


def _is_about_author(marks: str) -> bool:
    return _BOX.search(marks) is not None and AUTHOR_MARK.search(marks) is not None


def collect(sources: Sources) -> Iterator[BylineEvidence]:
    """The one person whom boxes about the author name; cards of other articles name several."""
    found: dict[str, BylineEvidence] = {}
    named: set[object] = set()
    last = sources.extent.last
    for line in sources.outline.lines[last + 1 : last + _LINES_BELOW] if last >= 0 else ():
        box = next((element for element in line.around if _is_about_author(own_marks(element))), None)
        if box is None or box in named or len(line.text) > _LONGEST or not sources.in_article(line):
            continue
        if in_card(sources, line):
            continue
        for name in names_in(line.text, small=True)[:1]:
            if sources.extent.speaks_of(name):
                continue
            named.add(box)
            detail = f"page: {signature(line.block)}"
            found.setdefault(name.casefold(), BylineEvidence(name, "author", detail))
    if len(found) == 1:
        yield from found.values()
