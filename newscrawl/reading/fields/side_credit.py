"""The writer and the day that a column beside the text gives, where headline and text have neither."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawl.reading.byline import roles
from newscrawl.reading.dates.spotting import has_day
from newscrawl.reading.fields.cards import in_card
from newscrawl.reading.tree.measures import LONG_SENTENCE

if TYPE_CHECKING:
    from newscrawl.reading.fields.sources import Sources
    from newscrawl.reading.tree.outline import Line

_YEAR = re.compile(r"\d{4}")


def signed_and_dated(sources: Sources) -> tuple[Line, Line] | None:
    """A line with a role word and a name ("Oleh: X"), and the date right below it or right above.

    One such pair on the page is the article's, wherever it stands; several are those of a list of teasers.
    """
    lines = sources.outline.lines
    found = []
    for at in lines.matching(_YEAR, max(sources.headline.end, 1)):
        date = lines[at]
        # Role words are asked first: few lines have one, and many have a year.
        beside = (
            line for line in (lines[at - 1], *lines[at + 1 : at + 2]) if len(line.text) <= LONG_SENTENCE
        )
        byline = next((line for line in beside if roles.has_closed_label(line.text)), None)
        if byline is None or len(date.text) > LONG_SENTENCE:
            continue
        if date.is_dated and has_day(date.text) and not in_card(sources, byline):
            found.append((byline, date))
    return found[0] if len(found) == 1 else None
