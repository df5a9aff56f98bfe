"""What a source loses before it is read: its packing, and of one beyond all measure what is no text."""

from __future__ import annotations

import re
import zlib

GZIP = b"\x1f\x8b"

_MOST = 64_000_000
"""Bound: bytes that a packed source may unpack to, for a small one can be made to fill a memory."""

# A picture or a typeface that is written into the page, as saved pages have them by the dozen.
_WRITTEN_IN = re.compile(rb"base64,[A-Za-z0-9+/=]++")
_SILENT = ((b"<!--", b"-->"), (b"<style", b"</style>"), (b"<svg", b"</svg>"))
_PROGRAM = (b"<script", b"</script>")
_DATA = re.compile(rb"[^>]{0,200}(?:json|text/template)", re.IGNORECASE)


class BrokenPackingError(ValueError):
    """The source is packed and cannot be unpacked; the message says why, and names nothing."""


def unpacked(source: bytes) -> bytes:
    """``source`` without the gzip that a server or a tool has left on it and named nowhere.

    Raises:
        BrokenPackingError: it ends early, is damaged, or unpacks to more than any page.
    """
    if not source.startswith(GZIP):
        return source
    unpacking = zlib.decompressobj(wbits=31)
    try:
        page = unpacking.decompress(source, _MOST)
    except zlib.error as error:
        raise BrokenPackingError(f"it is packed with gzip and broken: {error}") from None
    if not unpacking.eof:
        ends_early = not unpacking.unconsumed_tail
        raise BrokenPackingError(
            "it is packed with gzip and ends early" if ends_early else "it unpacks to more than any page"
        )
    return page


def lightened(source: bytes, most: int) -> bytes:
    """``source`` without what is written into it and is no text, and without programs where need be.

    Only for a source that is longer than ``most``, of which the rest would be left out: an article often
    stands behind all of that.
    """
    source = _WRITTEN_IN.sub(b"base64,", source)
    for opening, closing in _SILENT:
        source = _without(source, opening, closing)
    return _without(source, *_PROGRAM, kept=_DATA) if len(source) > most else source


def _without(source: bytes, opening: bytes, closing: bytes, kept: re.Pattern[bytes] | None = None) -> bytes:
    first, *rest = source.split(opening)
    pieces = [first]
    for piece in rest:
        end = piece.find(closing)
        if end < 0 or (kept and kept.match(piece)):
            pieces.append(opening + piece)
        else:
            pieces.append(piece[end + len(closing) :])
    return b"".join(pieces)
