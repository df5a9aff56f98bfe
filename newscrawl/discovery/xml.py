"""XML from strangers: feeds and sitemaps, parsed without entities and within limits."""

from __future__ import annotations

import re

from lxml import etree

from newscrawl.discovery.source import UnreadableListingError

_DOCTYPE = re.compile(rb"<!DOCTYPE[^>\[]{0,500}(\[)?", re.IGNORECASE)
_HTML_START = re.compile(rb"\s{0,200}<(?:!doctype html|html)", re.IGNORECASE)


def parse_xml(body: bytes, url: str) -> etree._Element:
    """The root of an XML document.

    External entities are never fetched, and a document that declares entities of its own is refused, so
    nothing can expand. Small faults (a bare ``&``, a control character) are mended.

    Raises:
        UnreadableListingError: empty, HTML, with entity declarations, or beyond mending.
    """
    body = body.strip().lstrip(b"\xef\xbb\xbf")
    check_prologue(body, url)
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
    return root


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
