"""Content codings are undone up to their end marks, or said to be broken."""

from __future__ import annotations

import gzip
import sys
import zlib
from collections.abc import Callable
from contextlib import suppress
from functools import cache

import brotli
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.record.codings import DECODERS, DamagedError, ForeignError

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

PAGE = (
    b"<html><body>" + b"".join(b"<p>Warga desa ke-%d memanen padi.</p>" % n for n in range(9000)) + b"</html>"
)


def raw_deflate(data: bytes) -> bytes:
    packing = zlib.compressobj(wbits=-15)
    return packing.compress(data) + packing.flush()


def checked_zstd(data: bytes) -> bytes:
    return zstd.compress(data, options={zstd.CompressionParameter.checksum_flag: 1})


PACKERS: list[tuple[bytes, Callable[[bytes], bytes]]] = [
    (b"gzip", gzip.compress),
    (b"x-gzip", gzip.compress),
    (b"deflate", zlib.compress),
    (b"deflate", raw_deflate),
    (b"br", brotli.compress),
    (b"zstd", zstd.compress),
]


@cache
def packed_page(pack: Callable[[bytes], bytes]) -> bytes:
    return pack(PAGE)


def unpacked(name: bytes, data: bytes) -> bytes:
    return b"".join(DECODERS[name](data))


@pytest.mark.parametrize(("name", "pack"), PACKERS)
@settings(deadline=None)
@given(data=st.binary(max_size=2000))
def test_what_was_packed_comes_back(name: bytes, pack: Callable[[bytes], bytes], data: bytes) -> None:
    assert unpacked(name, pack(data)) == data


@pytest.mark.parametrize(("name", "pack"), PACKERS)
def test_a_large_page_comes_back(name: bytes, pack: Callable[[bytes], bytes]) -> None:
    assert unpacked(name, pack(PAGE)) == PAGE


@pytest.mark.parametrize(("name", "pack"), PACKERS)
@settings(deadline=None)
@given(share=st.floats(0.05, 0.999))
def test_what_is_cut_is_damaged(name: bytes, pack: Callable[[bytes], bytes], share: float) -> None:
    packed = packed_page(pack)
    with pytest.raises(DamagedError):
        unpacked(name, packed[: max(8, int(len(packed) * share))])


@pytest.mark.parametrize(("name", "pack"), [(b"gzip", gzip.compress), (b"zstd", checked_zstd)])
@settings(deadline=None)
@given(share=st.floats(0.05, 0.95), bit=st.integers(0, 7))
def test_a_flipped_bit_is_damage(name: bytes, pack: Callable[[bytes], bytes], share: float, bit: int) -> None:
    packed = bytearray(packed_page(pack))
    packed[int(len(packed) * share)] ^= 1 << bit
    with suppress(DamagedError):
        assert unpacked(name, bytes(packed)) == PAGE, "what it says is wrong, and nobody said so"


@pytest.mark.parametrize("name", sorted({name for name, _ in PACKERS}))
def test_a_plain_page_is_no_packed_one(name: bytes) -> None:
    with pytest.raises(ForeignError):
        unpacked(name, PAGE)


def test_gzip_in_members_and_with_padding_comes_back() -> None:
    assert unpacked(b"gzip", gzip.compress(b"satu ") + gzip.compress(b"dua") + b"\0" * 20) == b"satu dua"
