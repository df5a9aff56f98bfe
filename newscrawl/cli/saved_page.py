"""A saved page, which may be packed with gzip or lie in a web archive of one page (MHTML)."""

from __future__ import annotations

import codecs
import gzip
import io
import re
import sys
import zlib
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesParser
from pathlib import Path

from newscrawl.reading import UnreadablePageError

_GZIP = b"\x1f\x8b"
_MOST = 64_000_000
"""Bytes of a page; a crawl takes less, and a small file that unpacks to more is made to fill a memory."""


# RFC 2557: a message of several parts, of which one is the page and the others what it shows.
_MHTML = re.compile(rb"^content-type:[ \t]{0,9}multipart/related", re.IGNORECASE | re.MULTILINE)
_HEAD = 4096
"""Bound: bytes that are looked at for the head of such a message."""


@dataclass(frozen=True, slots=True)
class SavedPage:
    """The bytes of a page, and the address it was fetched from where the file says it beside the page."""

    source: bytes
    url: str | None = None


def saved_page(place: str) -> SavedPage:
    """The page in a file, or on standard input for ``-``; unpacked where it is packed.

    Raises:
        OSError: it cannot be read.
        UnreadablePageError: it is packed, and broken or larger than any page; or an archive without a page.
    """
    source = sys.stdin.buffer.read() if place == "-" else Path(place).read_bytes()
    if source.startswith(_GZIP):
        source = _unpacked(source, place)
    return _from_mhtml(source, place) if _is_mhtml(source) else SavedPage(source)


def _unpacked(source: bytes, place: str) -> bytes:
    try:
        with gzip.open(io.BytesIO(source)) as packed:
            page = packed.read(_MOST + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadablePageError(f"{place}: it is packed with gzip and broken: {error}") from error
    if len(page) > _MOST:
        raise UnreadablePageError(f"{place}: it unpacks to more than {_MOST // 1_000_000} MB")
    return page


def _is_mhtml(source: bytes) -> bool:
    head = source[:_HEAD].removeprefix(codecs.BOM_UTF8).lstrip()
    return not head.startswith(b"<") and _MHTML.search(head) is not None


def _from_mhtml(source: bytes, place: str) -> SavedPage:
    """The page of a web archive: its first part that is HTML, which browsers write first."""
    archive = BytesParser().parsebytes(source.removeprefix(codecs.BOM_UTF8).lstrip())
    for part in archive.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            named = part.get("Content-Location") or archive.get("Snapshot-Content-Location") or ""
            url = "".join(str(named).split())
            return SavedPage(_text(part), url if url.startswith(("http://", "https://")) else None)
    raise UnreadablePageError(f"{place}: it is a web archive (MHTML) without a page in it")


def _text(part: Message) -> bytes:
    """A part as UTF-8, which is known by itself, whatever charset the page then speaks of."""
    payload = part.get_payload(decode=True)
    assert isinstance(payload, bytes)
    charset = part.get_content_charset()
    try:
        return payload.decode(charset).encode() if charset else payload
    except (LookupError, UnicodeError):
        return payload
