"""Calls to follow the outlet: lines that name the site itself and a channel, and ask readers to come there.

The wordings of such lines are without number. What they have in common is that the site speaks of itself, by
its name or as "kami".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newscrawl import words
from newscrawl.reading.widgets import lines
from newscrawl.reading.widgets.own_names import names_in

if TYPE_CHECKING:
    from newscrawl.reading.tree.blocks import Block

_CHANNEL = re.compile(rf"\b(?:{words.patterns('calls', 'channel')})\b")
_ASKS = re.compile(rf"(?:{words.patterns('calls', 'asks')})\b")
_COMES = re.compile(rf".{{3,60}}\b(?:{words.patterns('calls', 'comes')})\b")
_OURS = re.compile(
    rf"\b(?:{words.patterns('calls', 'channel')})(?: (?:{words.patterns('calls', 'own')})){{0,2}} kami\b"
    rf"|\bkami (?:di|lewat|melalui|via) (?:{words.patterns('calls', 'channel')})\b"
)
_PLACES = frozenset("".join(place.split()) for place in words.texts("places"))
_WORD = re.compile(r"[\w.]+")
_SAID = frozenset('"“”')

_LONGEST = 220
"""Characters of a call; a longer line is prose on a channel."""

_SHORTEST_NAME = 5
"""Letters of a site's name that is found among the words of a line; a shorter one has to be a word."""


def drop(blocks: Sequence[Block], host: str, names: Sequence[str] = ()) -> None:
    """Drop, in place, each line that calls readers to a channel of the site at ``host``.

    ``names`` are what the page calls its site, in lower case and run together.
    """
    called = own(host, names)
    for block in blocks:
        if block.kept and _is_call(block.text, called, names):
            block.drop("follow or channel promo", "widget")


def own(host: str, names: Sequence[str]) -> list[str]:
    """The names of the site at ``host``, those of its address and what the page calls it, but for places."""
    return [name for name in (*names_in(host), *names) if len(name) > 1 and name not in _PLACES]


def _is_call(text: str, names: Sequence[str], stated: Sequence[str]) -> bool:
    if len(text) > _LONGEST or not _SAID.isdisjoint(text):
        return False
    line = lines.plain(text)
    if _ASKS.match(line) is None and _COMES.match(line) is None:
        return False
    # The site's own address is a channel, too.
    if _CHANNEL.search(line) is None and not any(f"{name}." in line for name in names):
        return False
    if _OURS.search(line) is not None:
        return True
    # Names are written in capitals, or as addresses: "suara" is a word, "Suara" and "suara.com" a paper.
    written = [word for word in _WORD.findall(text) if not word.islower() or "." in word]
    letters = "".join(filter(str.isalnum, "".join(written))).lower()
    short = {word.lower() for word in written if word.isupper()}
    short |= {
        part
        for word in written
        if "." in word
        for part in (word.split(".")[0].lower(), word.lower().replace(".", ""))
    }
    # Some pages write the name of their site small.
    small = {word.strip(".,!") for word in line.split() if len(word) > _SHORTEST_NAME}
    return not small.isdisjoint(stated) or any(
        name in (letters if len(name) >= _SHORTEST_NAME else short) for name in names
    )
