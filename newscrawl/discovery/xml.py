"""XML from strangers: feeds and sitemaps, parsed without entities and within limits."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from html.entities import html5
from itertools import chain
from typing import Any

from lxml import etree

from newscrawl.discovery.source import IncompleteListingError, UnreadableListingError

GZIP = b"\x1f\x8b"
CHUNK = 64 * 1024
PACKED_MAX = 50 * 1024 * 1024
"""Of a file that is packed in a packed one: what the protocol allows a sitemap before packing."""
_MOST_LAYERS = 3
UNPACKED_MAX = 512 * 1024 * 1024
"""Ten times what the protocol allows a sitemap to unpack to (sitemaps.org: 50 MB)."""

_ROOT = rb"<\?xml|<(?:rss|feed|rdf:RDF|urlset|sitemapindex)\b"
_START = re.compile(_ROOT)
_PREAMBLE = CHUNK
"""How far before a document a server's program may have written what went wrong: a line for each entry."""
_REMARK = re.compile(
    rb"(?:<!--.{0,8000}?-->|<!doctype html>(?=\s{0,1000}(?:" + _ROOT + rb")))\s{0,1000}",
    re.DOTALL | re.IGNORECASE,
)
"""What says nothing before a document: remarks, and the HTML that a theme writes on top of everything."""
_WIDE = re.compile(
    rb"\A(<\?xml[^>]{0,100}?)\s+encoding=[\"'](?:utf-?(?:16|32)|ucs-?[24])(?:[lb]e)?[\"']", re.IGNORECASE
)
"""A declaration that cannot be true where it can be read as ASCII; the parser would believe it."""
_HALF = (
    rb"&#(?:5529[6-9]|55[3-9]\d\d|56\d{3}|57[0-2]\d\d|573[0-3]\d|5734[0-3]"
    rb"|[xX]0{0,4}[dD][89a-fA-F][0-9a-fA-F]{2});"
)
"""Half a character, as programs write that think in UTF-16: no XML, and nothing that can be written down."""
_BARE = re.compile(
    rb"&(?!(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)|" + _HALF + rb"|<(?![A-Za-z_/!?])"
)
_ESCAPES = {b"&": b"&amp;", b"<": b"&lt;"}
_ANY_CHARACTER = b"&#xFFFD;"
_NAMED = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,31});")
"""A character by a name that HTML has and XML has not: a parser loses it, and what stands behind it."""
_ENTRY_TAG = re.compile(rb"</?(?:\w{1,30}:)?(?:item|entry)(?=[\s>])", re.IGNORECASE)
_LOOK_AHEAD = 40
"""The longest reference of a character is shorter."""
_LAST_BYTES = 4096
"""Caches and counters write remarks below the end of a document, not pages."""
_LONGEST_CDATA = 4 * 1024 * 1024

HARMLESS: dict[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "recover": True,
}
"""How each parser here is made: nothing is fetched or expanded, and what is broken is read on."""

_DOCTYPE = re.compile(rb"<!DOCTYPE[^>\[]{0,500}(\[)?", re.IGNORECASE)
_HTML_START = re.compile(rb"\s{0,200}<(?:!doctype html|html)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Document:
    """An XML document: its root, whether it ``ends``, and whether it came ``undamaged``.

    One that does not end may be ``cut`` within its last entry, or behind it.
    """

    root: etree._Element
    ends: bool
    undamaged: bool
    cut: bool = False


def parse_xml(body: bytes, url: str) -> Document:
    """An XML document, gzipped or not.

    External entities are never fetched, and a document that declares entities of its own is refused, so
    nothing can expand. Small faults (a bare ``&`` or ``<``, a control character, a warning of the server's
    program before the document) are mended.

    Raises:
        UnreadableListingError: empty, HTML, with entity declarations, or beyond mending.
    """
    body, undamaged = what_there_is(body, url)
    body = begun(_narrow(body).rstrip())
    check_prologue(body, url)
    body = b"".join(mended([body]))
    parser = etree.XMLParser(**HARMLESS, remove_pis=True)
    try:
        root = etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableListingError(f"{url}: not XML: {error}") from error
    if root is None:
        raise UnreadableListingError(f"{url}: nothing in the answer is XML")
    name = root.tag.rpartition("}")[2].encode() if isinstance(root.tag, str) else b""
    ends = _ends(body, name)
    return Document(root, ends, undamaged, cut=not ends and _last_entry_is_open(body))


def what_there_is(body: bytes, url: str) -> tuple[bytes, bool]:
    """What can be unpacked of a body, and whether that is all of it."""
    pieces: list[bytes] = []
    try:
        for piece in unpacked(body, url):
            pieces.append(piece)
    except IncompleteListingError:
        return b"".join(pieces), False
    return b"".join(pieces), True


def _narrow(body: bytes) -> bytes:
    """A document in UTF-16 in UTF-8, so that its end can be looked for; any other as it is."""
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return body.decode("utf-16", "replace").encode()
    return body


def _ends(body: bytes, root: bytes) -> bool:
    """Whether the root's end tag is there, or the root has no content."""
    if re.search(rb"</(?:\w{1,30}:)?" + re.escape(root) + rb"\s*>", body[-_LAST_BYTES:]):
        return True
    return (
        re.search(rb"<(?:\w{1,30}:)?" + re.escape(root) + rb"\b[^>]{0,999}/>", body[:_PREAMBLE]) is not None
    )


def _last_entry_is_open(body: bytes) -> bool:
    """Whether the document breaks off before the end tag of its last entry."""
    tags = [found[0] for found in _ENTRY_TAG.finditer(body)]
    return not tags or not tags[-1].startswith(b"</")


def begun(start: bytes) -> bytes:
    """A document from its first tag on, without what a server's program said before it."""
    start = start.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return start
    while remark := _REMARK.match(start):
        start = start[remark.end() :]
    start = _WIDE.sub(rb"\1", start, count=1)
    found = None if start.startswith((b"<?", b"<!")) else _START.search(start, 0, _PREAMBLE)
    return start[found.start() :] if found and not _HTML_START.match(start) else start


def mended(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """A document in pieces, with ``&`` and ``<`` escaped where they are meant as such.

    A parser that recovers from them loses what stands around them. Sections of character data are left as
    they are, and so are documents in UTF-16.
    """
    rest = b""
    for chunk in chunks:
        rest += chunk
        if b"\0" in chunk[:4]:
            yield rest
            rest = b""
            continue
        cut = _whole(rest)
        yield _escaped(rest[:cut])
        rest = rest[cut:]
    yield _escaped(rest)


def _whole(piece: bytes) -> int:
    """How much of a piece can be looked at without what follows."""
    opened = piece.rfind(b"<![CDATA[")
    if opened >= 0 and piece.find(b"]]>", opened) < 0:
        return opened if len(piece) - opened < _LONGEST_CDATA else len(piece)
    last = max(piece.rfind(b"<", len(piece) - _LOOK_AHEAD), piece.rfind(b"&", len(piece) - _LOOK_AHEAD))
    return last if last >= 0 else len(piece)


def _escaped(piece: bytes) -> bytes:
    if not _BARE.search(piece) and not _NAMED.search(piece):
        return piece
    parts: list[bytes] = []
    rest = piece
    while rest:
        plain, opening, behind = rest.partition(b"<![CDATA[")
        inside, closing, rest_behind = behind.partition(b"]]>")
        if not closing:
            plain, opening, inside, rest_behind = rest, b"", b"", b""
        parts += (
            _BARE.sub(
                lambda match: _ESCAPES.get(match.group(), _ANY_CHARACTER), _NAMED.sub(_numbered, plain)
            ),
            opening,
            inside,
            closing,
        )
        rest = rest_behind
    return b"".join(parts)


def _numbered(match: re.Match[bytes]) -> bytes:
    """A character by its number in place of its name; a name that nobody knows is text."""
    meant = html5.get(f"{match[1].decode()};")
    if meant is None:
        return b"&amp;" + match.group()[1:]
    return "".join(f"&#{ord(character)};" for character in meant).encode()


def unpacked(body: bytes, url: str) -> Iterator[bytes]:
    """The body in pieces, gunzipped if it is gzip, however often that was done.

    Raises:
        IncompleteListingError: the gzip data end early or are damaged; what there is of them was given.
        UnreadableListingError: nothing of it can be unpacked, or it unpacks to more than ``UNPACKED_MAX``.
    """
    for _ in range(_MOST_LAYERS):
        pieces = _once_unpacked(body, url)
        first = next(pieces, b"")
        if not body.startswith(GZIP) or not first.startswith(GZIP):
            yield from chain([first] if first else [], pieces)
            return
        body = _joined(first, pieces, url)
    raise UnreadableListingError(f"{url}: gzip within gzip, again and again")


def _joined(first: bytes, pieces: Iterator[bytes], url: str) -> bytes:
    """What is packed again within a packed file."""
    whole = bytearray(first)
    for piece in pieces:
        whole += piece
        if len(whole) > PACKED_MAX:
            raise UnreadableListingError(f"{url}: gzip within gzip of more than {PACKED_MAX >> 20} MB")
    return bytes(whole)


def _once_unpacked(body: bytes, url: str) -> Iterator[bytes]:
    if not body.startswith(GZIP):
        for start in range(0, len(body), CHUNK):
            yield body[start : start + CHUNK]
        return
    total, rest = 0, body
    while rest:
        packed = zlib.decompressobj(wbits=31)
        while not packed.eof:
            before = packed.copy()
            try:
                piece = packed.decompress(rest, CHUNK)
            except zlib.error as error:
                good = _until_damage(before, rest)
                if good:
                    yield good
                kind = IncompleteListingError if total or good else UnreadableListingError
                raise kind(f"{url}: broken gzip data: {error}") from None
            rest = packed.unconsumed_tail
            total += len(piece)
            if total > UNPACKED_MAX:
                raise UnreadableListingError(f"{url}: unpacks to more than {UNPACKED_MAX >> 20} MB")
            if not piece and not rest and not packed.eof:
                raise IncompleteListingError(f"{url}: the gzip data ends early")
            if piece:
                yield piece
        rest = packed.unused_data if packed.unused_data.startswith(GZIP) else b""


def _until_damage(packed: zlib._Decompress, rest: bytes) -> bytes:
    """What can be unpacked before the place where gzip data are damaged, or before a wrong sum."""
    good = bytearray()
    with suppress(zlib.error):
        for place in range(len(rest)):
            good += packed.decompress(rest[place : place + 1])
    return bytes(good)


def check_prologue(start: bytes, url: str) -> None:
    """Look at the start of a document before it is parsed.

    Raises:
        UnreadableListingError: empty, HTML, or with entity declarations.
    """
    if not start:
        raise UnreadableListingError(f"{url}: the answer is empty, not XML")
    if _HTML_START.match(start):
        raise UnreadableListingError(f"{url}: the answer is an HTML page, not XML")
    doctype = _DOCTYPE.search(start, 0, 4096)
    if doctype and (doctype.group(1) or b"<!ENTITY" in start[:100_000].upper()):
        raise UnreadableListingError(f"{url}: the document declares entities; refused")


def local_name(element: etree._Element) -> str:
    """The element's name without its namespace, in lower case; empty for comments."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""
