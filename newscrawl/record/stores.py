"""Places behind addresses, such as ``s3://bucket/news.jsonl``: object stores and the like, by fsspec."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Any

from newscrawl.record.extras import MissingExtraError, extra
from newscrawl.record.printable import without_secrets

_ADDRESS = re.compile(r"([a-z][a-z0-9+.-]+)://", re.IGNORECASE)
_EXTRAS = {"s3": "s3", "s3a": "s3", "gs": "gs", "gcs": "gs"}
"""Schemes for whose library this package has an extra."""

PAUSES = (1.0, 5.0, 20.0)
"""Seconds after which a store that failed is asked once more. The libraries ask again by themselves as well,
so that these outlast what a store takes to start anew."""

_FINAL = (FileNotFoundError, PermissionError)
"""What another try does not mend: no such bucket, wrong keys."""


class StoreError(Exception):
    """A store cannot be used. The message names the address, without secrets, and says why."""


def in_store(place: str) -> bool:
    """Whether ``place`` is an address, and no file or folder of this machine."""
    return bool(_ADDRESS.match(place))


def filesystem_of(address: str) -> tuple[Any, str]:
    """The file system of fsspec behind ``address``, and the path in it; nothing is asked of a server yet.

    Raises:
        MissingExtraError: the library for its scheme is not installed.
        StoreError: no library knows the scheme.
    """
    scheme = address.partition("://")[0].lower()
    name = _EXTRAS.get(scheme, "warc")
    with extra(name, why=f"{scheme}:// addresses need fsspec and a library for them"):
        import fsspec  # noqa: PLC0415
    try:
        # One of its own for each use: what a lost connection leaves of an old one helps nobody.
        filesystem, path = fsspec.core.url_to_fs(address, skip_instance_cache=True, use_listings_cache=False)
    except ImportError as error:
        why = f"pip install 'newscrawl[{name}]'" if scheme in _EXTRAS else str(error)
        raise MissingExtraError(f"{scheme}:// addresses need a library of their own: {why}") from error
    except ValueError as error:
        raise StoreError(f"{without_secrets(address)}: there is no store of the kind {scheme}://") from error
    return filesystem, str(path)


def put_file(path: Path, address: str) -> None:
    """Write the file ``path`` to ``address``, where it appears whole or not at all; tried several times.

    Raises:
        MissingExtraError: the library for its scheme is not installed.
        StoreError: the store did not take it.
    """
    for pause in (*PAUSES, None):
        filesystem, target = filesystem_of(address)
        try:
            filesystem.put_file(str(path), target)
        except Exception as error:  # each library has errors of its own
            if pause is None or isinstance(error, _FINAL):
                raise refused(address, error) from error
            time.sleep(pause)
        else:
            return


def refused(address: str, error: Exception) -> StoreError:
    """The error for what a library reports of ``address``."""
    told = str(error).strip().partition("\n")[0] or type(error).__name__
    return StoreError(f"{without_secrets(address)}: the store did not take it ({without_secrets(told)})")
