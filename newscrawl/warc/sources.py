"""WARC files where they are: on this machine, behind https, in an object store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, cast

from newscrawl.record.extras import extra

ENDINGS = (".warc.gz", ".warc", ".warc.zst")
_SCHEMES = ("http://", "https://", "s3://", "gs://")
_BLOCK = 8 << 20
"""Bytes that are asked of a server at once: a WARC of 1 GB takes a hundred requests, not ten thousand."""


def is_remote(place: str) -> bool:
    """Whether ``place`` is an address and not a file."""
    return place.startswith(_SCHEMES)


def expand(places: Sequence[str]) -> Iterator[str]:
    """Every file that ``places`` name: files and addresses themselves, of a folder all WARC files in it.

    Raises:
        FileNotFoundError: there is no such file, or none in such a folder.
    """
    for place in places:
        path = Path(place)
        if is_remote(place) or path.is_file():
            yield place
        elif path.is_dir():
            found = sorted(str(each) for each in path.rglob("*") if each.name.endswith(ENDINGS))
            if not found:
                raise FileNotFoundError(f"{place}: no WARC file ({', '.join(ENDINGS)}) in this folder")
            yield from found
        else:
            raise FileNotFoundError(f"{place}: there is no such file or folder")


def open_source(place: str) -> BinaryIO:
    """The file or address ``place``, open for reading at any point of it.

    Raises:
        MissingExtraError: it is an address and fsspec is not installed.
        OSError: it cannot be opened.
    """
    if not is_remote(place):
        return Path(place).open("rb")
    with extra("warc", why="Reading WARC from addresses needs fsspec"):
        import fsspec  # noqa: PLC0415
    return cast("BinaryIO", fsspec.open(place, "rb", block_size=_BLOCK).open())
