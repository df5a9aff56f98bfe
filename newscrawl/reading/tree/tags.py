"""Which tags stand in a line, which begin a line of their own, and which are never shown: one list for all.

A tag that is neither inline nor silent is a block: its text is a line of its own.
"""

from __future__ import annotations

from lxml import etree

_INLINE = """
    a abbr acronym amp-img b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr o:p
    q rp rt ruby s samp small span strike strong sub sup time tt u var wbr
"""
_SILENT = """
    script style noscript template svg math head title iframe object embed applet canvas audio video map
    marquee select option button input textarea datalist meta link amp-analytics amp-iframe amp-video
    amp-youtube amp-sidebar
"""
INLINE = frozenset(_INLINE.split())
"""Tags whose text goes on in the line around them."""

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
PICTURES = ("img", "amp-img")

BLOCK, CELL, HEADING, PICTURE, LINK, TIME, PLAIN, BOLD, SLANTED, BREAK, UNSHOWN = range(11)
"""What a tag is to the walk. _core.pyx has these numbers, too, and what their order says: up to the picture
each begins a line of the outline, from the picture to what is slanted each stands in a line of a block."""

KINDS: dict[object, int] = {
    **dict.fromkeys(INLINE, PLAIN),
    **dict.fromkeys(HEADINGS, HEADING),
    **dict.fromkeys(PICTURES, PICTURE),
    **dict.fromkeys(("td", "th"), CELL),
    **dict.fromkeys(("b", "strong"), BOLD),
    **dict.fromkeys(("i", "em", "small"), SLANTED),
    **dict.fromkeys(_SILENT.split(), UNSHOWN),
    **dict.fromkeys((etree.Comment, etree.PI, etree.Entity), UNSHOWN),
    "a": LINK,
    "time": TIME,
    "br": BREAK,
}
"""Of tags, and of what is no element, that are more than a block."""
