"""The bytes of a saved page, which may be packed with gzip."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from pathlib import Path

from newscrawl.reading import UnreadablePageError

_GZIP = b"\x1f\x8b"
_MOST = 64_000_000
"""Bytes of a page; a crawl takes less, and a small file that unpacks to more is made to fill a memory."""


def saved_page(place: str) -> bytes:
    """The page in a file, or on standard input for ``-``; unpacked where it is packed.

    Raises:
        OSError: it cannot be read.
        UnreadablePageError: it is packed, and broken or larger than any page.
    """
    source = sys.stdin.buffer.read() if place == "-" else Path(place).read_bytes()
    if not source.startswith(_GZIP):
        return source
    try:
        with gzip.open(io.BytesIO(source)) as packed:
            page = packed.read(_MOST + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadablePageError(f"{place}: it is packed with gzip and broken: {error}") from error
    if len(page) > _MOST:
        raise UnreadablePageError(f"{place}: it unpacks to more than {_MOST // 1_000_000} MB")
    return page
