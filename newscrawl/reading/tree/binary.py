"""What calls itself a page and is none: documents, pictures and archives, told by their first bytes."""

from __future__ import annotations

_MARKS = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or film"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x1f\x8b", "compressed by gzip"),
    (b"\x28\xb5\x2f\xfd", "compressed by zstd"),
)
"""The marks that formats begin with, as their specifications give them."""

_LOOKED_AT = 4096
"""Bound: bytes of a source that are looked at, for what is no text shows it at once."""
_SHARE = 0.02
"""So many signs that no text has. Random bytes have 0.1, and 290 real pages none at all; a page of text into
which some got by accident is still a page."""

_NO_TEXT = bytes([*range(1, 8), 0x0B, *range(0x0E, 0x1B), *range(0x1C, 0x20)])
"""Controls that no text has, by the WHATWG's rules for sniffing. NUL is left out: UTF-16 is full of it."""


def binary_kind(source: bytes) -> str | None:
    """What ``source`` is if it is no text: ``a PDF document``, ``a picture``; None if it may be a page."""
    for mark, kind in _MARKS:
        if source.startswith(mark):
            return kind
    head = source[:_LOOKED_AT]
    controls = len(head) - len(head.translate(None, _NO_TEXT))
    return "binary data" if controls > _SHARE * len(head) else None
