"""Packed files: gzip and Zstandard."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

_GZIP_LEVEL = 6
_ZSTD_LEVEL = 6


@contextmanager
def packed(file: IO[bytes], compression: str) -> Iterator[IO[bytes]]:
    """A stream that packs into ``file``; ``compression`` is ``gz``, ``zst`` or nothing."""
    if compression == "gz":
        # Neither name nor time: the same records give the same file.
        with gzip.GzipFile("", "wb", _GZIP_LEVEL, file, mtime=0) as stream:
            yield stream  # type: ignore[misc]
    elif compression == "zst":
        with _zstandard(file) as stream:
            yield stream
    else:
        yield file


def _zstandard(file: IO[bytes]) -> Any:
    """A stream that packs with Zstandard into ``file``."""
    if sys.version_info >= (3, 14):
        from compression import zstd  # noqa: PLC0415
    else:
        from backports import zstd  # noqa: PLC0415
    return zstd.ZstdFile(file, "wb", level=_ZSTD_LEVEL)
