"""Places behind addresses, such as ``s3://bucket/news.jsonl``: object stores and the like, by fsspec."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Any, TypeVar

from newscrawl.record.extras import MissingExtraError, extra
from newscrawl.record.printable import without_secrets

_ADDRESS = re.compile(r"([a-z][a-z0-9+.-]+)://", re.IGNORECASE)
_EXTRAS = {"s3": "s3", "s3a": "s3", "gs": "gs", "gcs": "gs"}
"""Schemes for whose library this package has an extra."""

PAUSES = (1.0, 5.0, 20.0)
"""Seconds after which a store that failed is asked once more. The libraries ask again by themselves as well,
so that these outlast what a store takes to start anew."""

PATIENCE = 60.0
"""Seconds that a store is given in all, its library's own tries among them: somebody waits for it."""

_SLOWEST = 50_000
"""Bytes a second by which a store may take longer: half a megabit, less than any line to a store has."""

_FINAL = (FileNotFoundError, PermissionError)
_FINAL_STATUSES = frozenset({400, 401, 403, 404})
_FORBIDDEN = "Forbidden"
"""What another try does not mend, no such bucket and wrong keys: by its class, the status that an error
carries, or, from Google's library, the first word alone."""

_TALKATIVE = ("gcsfs", "google")
"""Libraries that write whole tracebacks of what they raise as well, and of what they try in vain unasked."""


Result = TypeVar("Result")


class StoreError(Exception):
    """A store cannot be used. The message names the address, without secrets, and says why."""


class _SilenceError(Exception):
    """A store has not answered in time, or has failed until it was up."""


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
    for talkative in _TALKATIVE:
        logging.getLogger(talkative).setLevel(logging.CRITICAL)
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
    patience = _patience(path.stat().st_size)
    until = time.monotonic() + patience
    failure: Exception | None = None
    for pause in (*PAUSES, None):
        filesystem, target = filesystem_of(address)
        try:
            _within(until - time.monotonic(), partial(filesystem.put_file, str(path), target))
        except _SilenceError:
            told = f"failed for {patience:.0f} seconds, at last so: {_told(failure)}" if failure else ""
            raise refused(address, _SilenceError(told or _silence(patience))) from failure
        except Exception as error:  # each library has errors of its own
            failure = error
            if pause is None or _is_final(error) or time.monotonic() + pause >= until:
                raise refused(address, error) from error
            time.sleep(pause)
        else:
            return


def within_patience(size: int, call: Callable[[], Result]) -> Result:
    """What ``call``, which brings ``size`` bytes to a store, returns; what it raises is its library's.

    Raises:
        TimeoutError: the store was silent for too long.
    """
    patience = _patience(size)
    try:
        return _within(patience, call)
    except _SilenceError:
        raise TimeoutError(_silence(patience)) from None


def ask(address: str, call: Callable[[], Result]) -> Result:
    """What ``call``, which asks the store behind ``address``, returns.

    Raises:
        StoreError: the store refuses, or does not answer.
    """
    try:
        return within_patience(0, call)
    except Exception as error:  # each library has errors of its own
        raise refused(address, error) from error


def _within(seconds: float, call: Callable[[], Result]) -> Result:
    """What ``call`` returns. A library that waits for ever is left to wait: it cannot be stopped.

    Raises:
        _SilenceError: it has returned nothing in time.
    """
    done: Future[Result] = Future()

    def work() -> None:
        try:
            done.set_result(call())
        except BaseException as error:
            done.set_exception(error)

    # A pool's thread would be waited for when the process ends.
    Thread(target=work, name="store", daemon=True).start()
    try:
        return done.result(max(0.0, seconds))
    except TimeoutError:
        if done.done():
            raise
        raise _SilenceError from None


def _patience(size: int) -> float:
    return PATIENCE + size / _SLOWEST


def _silence(seconds: float) -> str:
    return f"no answer within {seconds:.0f} seconds"


def _is_final(error: Exception) -> bool:
    status = getattr(error, "code", None)
    return isinstance(error, _FINAL) or status in _FINAL_STATUSES or str(error).startswith(_FORBIDDEN)


def refused(address: str, error: Exception) -> StoreError:
    """The error for what a library reports of ``address``."""
    return StoreError(f"{without_secrets(address)}: the store did not take it ({_told(error)})")


def _told(error: Exception) -> str:
    """The first line of an error, without secrets; of a mere address, what is wrong with it as well."""
    told = str(error).strip().partition("\n")[0] or type(error).__name__
    missing = isinstance(error, FileNotFoundError) and " " not in told
    return without_secrets(f"there is no such bucket: {told}" if missing else told)
