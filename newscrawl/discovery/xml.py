"""XML from strangers: feeds and sitemaps, parsed without entities and within limits."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain

from lxml import etree

from newscrawl.discovery.source import IncompleteListingError, UnreadableListingError

GZIP = b"\x1f\x8b"
CHUNK = 64 * 1024
PACKED_MAX = 50 * 1024 * 1024
"""Of a file that is packed in a packed one: what the protocol allows a sitemap before packing."""
_MOST_LAYERS = 3
UNPACKED_MAX = 512 * 1024 * 1024
"""Ten times what the protocol allows a sitemap to unpack to (sitemaps.org: 50 MB)."""

_START = re.compile(rb"<\?xml|<(?:rss|feed|rdf:RDF|urlset|sitemapindex)\b")
_PREAMBLE = 8192
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
_LOOK_AHEAD = 40
"""The longest reference of a character is shorter."""
_LAST_BYTES = 4096
"""Caches and counters write remarks below the end of a document, not pages."""
_LONGEST_CDATA = 4 * 1024 * 1024

_BLANKS = " \t\r\n\x0b\x0c\u00a0\u200b\u200e\u200f\u2060\ufeff"

_DOCTYPE = re.compile(rb"<!DOCTYPE[^>\[]{0,500}(\[)?", re.IGNORECASE)
_HTML_START = re.compile(rb"\s{0,200}<(?:!doctype html|html)", re.IGNORECASE)


def parse_xml(body: bytes, url: str) -> tuple[etree._Element, bool]:
    """The root of an XML document, gzipped or not, and whether the document is whole.

    External entities are never fetched, and a document that declares entities of its own is refused, so
    nothing can expand. Small faults (a bare ``&`` or ``<``, a control character, a warning of the server's
    program before the document) are mended.

    Raises:
        UnreadableListingError: empty, HTML, with entity declarations, or beyond mending.
    """
    body = begun(_narrow(_what_there_is(body, url)).rstrip())
    check_prologue(body, url)
    body = b"".join(mended([body]))
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        recover=True,
        huge_tree=False,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableListingError(f"{url}: not XML: {error}") from error
    if root is None:
        raise UnreadableListingError(f"{url}: nothing in the answer is XML")
    name = root.tag.rpartition("}")[2].encode() if isinstance(root.tag, str) else b""
    return root, _ends(body, name)


def _what_there_is(body: bytes, url: str) -> bytes:
    pieces: list[bytes] = []
    with suppress(IncompleteListingError):
        for piece in unpacked(body, url):
            pieces.append(piece)
    return b"".join(pieces)


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


def begun(start: bytes) -> bytes:
    """A document from its first tag on, without what a server's program said before it."""
    start = start.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return start
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
    if not _BARE.search(piece):
        return piece
    parts: list[bytes] = []
    rest = piece
    while rest:
        plain, opening, behind = rest.partition(b"<![CDATA[")
        inside, closing, rest_behind = behind.partition(b"]]>")
        if not closing:
            plain, opening, inside, rest_behind = rest, b"", b"", b""
        parts += (
            _BARE.sub(lambda match: _ESCAPES.get(match.group(), _ANY_CHARACTER), plain),
            opening,
            inside,
            closing,
        )
        rest = rest_behind
    return b"".join(parts)


def unpacked(body: bytes, url: str) -> Iterator[bytes]:
    """The body in pieces, gunzipped if it is gzip, however often that was done.

    Raises:
        IncompleteListingError: the gzip data end early; what there is of them was given.
        UnreadableListingError: it is broken, or unpacks to more than ``UNPACKED_MAX``.
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
        try:
            while not packed.eof:
                piece = packed.decompress(rest, CHUNK)
                rest = packed.unconsumed_tail
                total += len(piece)
                if total > UNPACKED_MAX:
                    raise UnreadableListingError(f"{url}: unpacks to more than {UNPACKED_MAX >> 20} MB")
                if not piece and not rest and not packed.eof:
                    raise IncompleteListingError(f"{url}: the gzip data ends early")
                if piece:
                    yield piece
        except zlib.error as error:
            raise UnreadableListingError(f"{url}: broken gzip data: {error}") from None
        rest = packed.unused_data if packed.unused_data.startswith(GZIP) else b""


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


def plain_address(text: str) -> str:
    """An address without the blanks and unseen signs around it, and with what was escaped twice set right."""
    return text.strip(_BLANKS).replace("&amp;", "&")
