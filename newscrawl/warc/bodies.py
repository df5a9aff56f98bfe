"""Bodies of answers as WARC files hold them: with the codings that their headers name, or without."""

from __future__ import annotations

from newscrawl.record.codings import DECODERS, ForeignError


def decoded(body: bytes, transfer: str | None, content: str | None, *, limit: int) -> bytes | None:
    """The body without its codings; None where it is larger than ``limit`` bytes.

    Crawlers store bodies with and without the codings that their headers name; what is plainly without one
    is taken as it is.

    Raises:
        DamagedError: it breaks off, or is damaged.
    """
    if transfer and "chunked" in transfer.lower():
        body = _joined(body)
    for coding in reversed([part.strip().lower() for part in (content or "").split(",")]):
        decoder = DECODERS.get(coding.encode("latin-1", "replace"))
        if decoder is None or not body:
            continue
        parts: list[bytes] = []
        size = 0
        try:
            for part in decoder(body):
                parts.append(part)
                size += len(part)
                if size > limit:
                    return None
        except ForeignError:
            continue
        body = b"".join(parts)
    return body


def _joined(body: bytes) -> bytes:
    """A chunked body in one (RFC 9112, 7.1); as it is where its crawler has joined it already."""
    parts: list[bytes] = []
    at = 0
    while (end := body.find(b"\r\n", at)) > at:
        try:
            size = int(body[at:end].partition(b";")[0], 16)
        except ValueError:
            break
        if not size:
            return b"".join(parts)
        parts.append(body[end + 2 : end + 2 + size])
        at = end + 4 + size
    return body


def is_html(content_type: str | None, body: bytes) -> bool:
    """Whether a page is a web page: by its type, else by how it begins."""
    if content_type:
        return "html" in content_type.lower()
    return body.lstrip()[:1] == b"<"
