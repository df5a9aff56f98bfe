"""Which tags stand in a line, which begin a line of their own, and which are never shown: one list for all.

A tag that is neither inline nor silent is a block: its text is a line of its own.
"""

from __future__ import annotations

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

SILENT = frozenset(_SILENT.split())
"""Tags whose content no reader sees as text."""

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
