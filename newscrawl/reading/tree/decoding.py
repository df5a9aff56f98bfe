"""From bytes to characters, whatever the page says of its own charset."""

from __future__ import annotations

import re

# What the first sign of a run becomes where UTF-8, read as Windows-1252 or ISO-8859-1, was encoded again.
_DOUBLED = ("Ã", "Â", "â€", "â\x80")
_FIRST_OF_DOUBLED = b"\xc3"
_CONTROL = re.compile("[\x80-\x9f]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]{2,}")
_ESCAPED_BYTES = re.compile("[\udc80-\udcff]+")
# The codes that Windows-1252 leaves open, and those that only ISO-8859-1 has: control characters in no text.
_CONTROLS = {code: bytes([code]) for code in range(0x80, 0xA0)}
# What stands for such a code where a page in Windows-1252 calls itself ISO-8859-15 or the like.
_MEANT = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
_LOST = re.compile("â€[?\ufffd]?")
_MAX_LAYERS = 3
"""Bound: times that a text was decoded wrongly, one on the other, as each costs a walk through it."""
_MOST_SIGNS = 1_000
"""Bound: signs of fragments and colours that are looked at one by one, a page having some hundred; beyond so
many it is searched at a stretch."""
_BOM = "\ufeff".encode()
# A character beyond the first 65,536 as two references to its halves, as older systems write it.
_HALVES = re.compile(
    rb"&#(?:x(?P<first>d[89ab][0-9a-f]{2})|(?P<high>5[56]\d{3}));"
    rb"&#(?:x(?P<second>d[c-f][0-9a-f]{2})|(?P<low>5[67]\d{3}));",
    re.IGNORECASE,
)


def to_utf8(source: bytes, content_type: str | None = None) -> bytes:
    """``source`` in UTF-8, decided as by :func:`decode`; most pages are that already.

    A reference that is written as those of two halves becomes one.
    """
    if _refers(source):
        source = _HALVES.sub(_whole_reference, source)
    if source.isascii():
        return source
    if _is_clean(source):
        return source.removeprefix(_BOM)
    return decode(source, content_type).encode("utf-8", "replace")


def _refers(source: bytes) -> bool:
    """Whether there is a reference by number. One sign is found in a fraction of the time that two take."""
    at = source.find(b"#")
    for _ in range(_MOST_SIGNS):
        if at < 0 or source[at - 1 : at] == b"&":
            return at >= 0
        at = source.find(b"#", at + 1)
    return b"&#" in source[at:] if at >= 0 else False


def _whole_reference(found: re.Match[bytes]) -> bytes:
    """The reference to one character for those to its two halves, or what was found."""
    high = int(found["first"], 16) if found["first"] else int(found["high"])
    low = int(found["second"], 16) if found["second"] else int(found["low"])
    if not (0xD800 <= high < 0xDC00 <= low < 0xE000):
        return found[0]
    return b"&#%d;" % (0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))


def decode(source: bytes, content_type: str | None = None) -> str:
    """The characters of ``source``.

    Bytes that are valid UTF-8, but for a stray one here and there, are UTF-8: Indonesian sites often declare
    another charset (or none) for it, and text in another charset is next to never valid UTF-8. Otherwise the
    header, the page's own statement and at last Windows-1252 decide. Text encoded twice is repaired.
    """
    text = _as_utf8(source)
    if text is None:
        return _as_stated(source, content_type)
    return repair(text) if any(mark in text for mark in _DOUBLED) else text


def repair(text: str) -> str:
    """``text`` with every run that was encoded to UTF-8 more than once (``â€œ``, ``Ã©``) set right.

    Of the closing quotation mark one byte has no sign in Windows-1252, and is often lost (``â€?``).
    """
    mended = _NOT_ASCII.sub(lambda run: _peel(run[0]), text)
    return _LOST.sub("”", mended) if "â€" in mended else mended


def _is_clean(source: bytes) -> bool:
    """Whether every byte is UTF-8, and nothing looks encoded twice."""
    try:
        text = source.decode()
    except UnicodeDecodeError:
        return False
    # All the marks begin with one byte, which few pages have.
    return _FIRST_OF_DOUBLED not in source or not any(mark in text for mark in _DOUBLED)


def _as_stated(source: bytes, content_type: str | None) -> str:
    """The characters by the stated charset; Windows-1252 where that is wrong or is no charset for text."""
    # Few pages need it, and it brings a table of all charsets.
    from w3lib.encoding import html_to_unicode  # noqa: PLC0415

    try:
        charset, text = html_to_unicode(content_type, source, default_encoding="cp1252")
    except (LookupError, UnicodeError):
        charset, text = "utf-8", ""
    if charset == "utf-8":
        return source.decode("cp1252", "replace")
    return text.translate(_MEANT) if _CONTROL.search(text) else text


def _as_utf8(source: bytes) -> str | None:
    try:
        return source.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = source.decode("utf-8-sig", "surrogateescape")
    strays = len(text.encode("utf-8", "surrogateescape")) - len(text.encode("utf-8", "ignore"))
    signs = len(text) - strays - len(text.encode("ascii", "ignore"))
    if strays > signs:
        return None
    return _ESCAPED_BYTES.sub(lambda run: _as_windows(run[0]), text)


def _as_windows(escaped: str) -> str:
    return escaped.encode("utf-8", "surrogateescape").decode("cp1252", "replace")


def _peel(run: str) -> str:
    """``run`` without the layers of encoding around it; as it is where only control characters are below."""
    peeled = run
    for _ in range(_MAX_LAYERS):
        try:
            peeled = _as_cp1252(peeled).decode("utf-8")
        except UnicodeError:
            break
    return run if _CONTROL.search(peeled) else peeled


def _as_cp1252(run: str) -> bytes:
    """The bytes of ``run``; control characters stand for themselves."""
    try:
        return run.encode("cp1252")
    except UnicodeEncodeError:
        return b"".join(_CONTROLS.get(ord(sign)) or sign.encode("cp1252") for sign in run)
