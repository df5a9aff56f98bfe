"""WARC files where they are: on this machine, behind https, in an object store."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, TypeVar, cast

from newscrawl.record.extras import MissingExtraError, extra

ENDINGS = (".warc.gz", ".warc", ".warc.zst")
_SCHEMES = ("http://", "https://", "s3://", "gs://")
_BLOCK = 8 << 20
"""Bytes that are asked of a server at once: a WARC of 1 GB takes a hundred requests, not ten thousand."""

_PAUSES = (2.0, 10.0, 30.0)
"""Seconds after which a server is asked once more: Common Crawl's says 503 to whoever asks too fast."""

_FINAL = (FileNotFoundError, PermissionError, ValueError, MissingExtraError)
"""Errors that another try does not mend."""

_GONE = (404, 410)

Given = TypeVar("Given")


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


A_RECORD = 256 << 10
"""Bytes that are asked of a server at once where one page alone is read: most are shorter when compressed."""


def open_source(place: str, *, block: int = _BLOCK) -> BinaryIO:
    """The file or address ``place``, open for reading at any point of it, ``block`` bytes at once.

    Raises:
        MissingExtraError: it is an address and the library for its scheme is not installed.
        OSError: it cannot be opened.
    """
    if not is_remote(place):
        return Path(place).open("rb")
    scheme = place.partition("://")[0]
    own = scheme if scheme == "s3" else "warc"
    with extra(own, why=f"Reading {scheme}:// addresses needs fsspec and a library for them"):
        import fsspec  # noqa: PLC0415

        filesystem, path = fsspec.core.url_to_fs(place)
    return cast("BinaryIO", filesystem.open(path, "rb", block_size=block))


def read_source(place: str) -> bytes:
    """All of a small file.

    Raises:
        OSError: it cannot be had.
    """

    def read() -> bytes:
        with open_source(place) as stream:
            return stream.read()

    return patiently(place, read)


def copy_source(place: str, path: Path) -> None:
    """Write a whole file to ``path``.

    Raises:
        OSError: it cannot be had or written.
    """

    def copy() -> None:
        with open_source(place) as stream, path.open("wb") as target:
            shutil.copyfileobj(stream, target, _BLOCK)

    patiently(place, copy)


def patiently(place: str, work: Callable[[], Given]) -> Given:
    """``work``, done again after a while where the server of ``place`` fails; what is not there is not there.

    Raises:
        OSError: it failed every time; of whatever type the error of the library behind the scheme was.
    """
    for pause in (*_PAUSES, None):
        try:
            return work()
        except Exception as error:
            cause = _cause(error)
            if not is_remote(place) or isinstance(cause, _FINAL):
                raise
            if pause is None:
                raise OSError(f"{cause or type(cause).__name__}") from error
            time.sleep(pause)
    raise AssertionError("the last try returns or raises")


def _cause(error: Exception) -> Exception:
    """What went wrong: fsspec says of every address that cannot be had that there is no such file."""
    cause = error.__cause__
    if not isinstance(error, FileNotFoundError) or not isinstance(cause, Exception):
        return error
    return error if getattr(cause, "status", None) in _GONE else cause
