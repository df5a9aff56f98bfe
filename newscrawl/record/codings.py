"""The content codings of HTTP (RFC 9110, 8.4.1), unpacked piece by piece and up to their end marks."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable, Iterator
from typing import Any

import brotli

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

_CHUNK = 64 * 1024
_GZIP = b"\x1f\x8b"
_ZSTD = b"\x28\xb5\x2f\xfd"

Decoder = Callable[[bytes], Iterator[bytes]]


class DamagedError(ValueError):
    """The data end before their end, or are not what their check sum says."""


class ForeignError(ValueError):
    """The data are of another kind from the first byte on."""


def gzip_parts(body: bytes) -> Iterator[bytes]:
    """gzip, of one member or several; zeros or anything else behind the last one is padding."""
    if not body.startswith(_GZIP):
        raise ForeignError("said to be gzip, and is not")
    while body.startswith(_GZIP):
        member = zlib.decompressobj(wbits=31)
        yield from _inflated(member, body, "gzip")
        body = member.unused_data


def deflate_parts(body: bytes) -> Iterator[bytes]:
    """deflate, in its zlib wrapping as the standard has it, or raw as some servers send it."""
    for bits in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        try:
            zlib.decompressobj(bits).decompress(body, _CHUNK)
        except zlib.error:
            continue
        yield from _inflated(zlib.decompressobj(bits), body, "deflate")
        return
    raise ForeignError("said to be deflate, and is not")


def brotli_parts(body: bytes) -> Iterator[bytes]:
    """Brotli. It has no mark at its start and no check sum: damage shows only where it breaks the stream."""
    unpacking = brotli.Decompressor()
    read_any = False
    data = body
    while not unpacking.is_finished():
        try:
            part = unpacking.process(data, output_buffer_limit=_CHUNK)
        except brotli.error:
            if read_any:
                raise DamagedError("the brotli data are damaged") from None
            raise ForeignError("said to be brotli, and is not") from None
        data = b""
        if not part and unpacking.can_accept_more_data() and not unpacking.is_finished():
            raise DamagedError("the brotli data end early")
        read_any = True
        yield part


def zstd_parts(body: bytes) -> Iterator[bytes]:
    """Zstandard, of one frame or several."""
    if not body.startswith(_ZSTD):
        raise ForeignError("said to be zstd, and is not")
    while body:
        frame: Any = zstd.ZstdDecompressor()
        data = body
        while not frame.eof:
            try:
                part = frame.decompress(data, _CHUNK)
            except zstd.ZstdError:
                raise DamagedError("the zstd data are damaged") from None
            data = b""
            if not part and frame.needs_input and not frame.eof:
                raise DamagedError("the zstd data end early")
            yield part
        body = frame.unused_data


def _inflated(unpacking: Any, body: bytes, name: str) -> Iterator[bytes]:
    while not unpacking.eof:
        try:
            part = unpacking.decompress(body, _CHUNK)
        except zlib.error:
            raise DamagedError(f"the {name} data are damaged") from None
        body = unpacking.unconsumed_tail
        if not part and not body and not unpacking.eof:
            raise DamagedError(f"the {name} data end early")
        yield part


DECODERS: dict[bytes, Decoder] = {
    b"gzip": gzip_parts,
    b"x-gzip": gzip_parts,
    b"deflate": deflate_parts,
    b"br": brotli_parts,
    b"zstd": zstd_parts,
}
