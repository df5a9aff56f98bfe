"""Libraries that only an extra of this package installs, and what is said where one is missing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class MissingExtraError(Exception):
    """A library of an extra is not installed; the message says for what it is needed and how to get it."""


@contextmanager
def extra(name: str, *, why: str) -> Iterator[None]:
    """Import inside the block what the extra ``name`` installs; ``why`` begins the message without it.

    Raises:
        MissingExtraError: something that is imported in the block is not installed.
    """
    try:
        yield
    except ImportError as error:
        raise MissingExtraError(f"{why}: pip install 'newscrawl[{name}]'") from error
