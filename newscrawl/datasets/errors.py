"""What can go wrong with an export."""

from __future__ import annotations


class ExportError(Exception):
    """The data set cannot be written. The message names the path or option, and what to do."""


class MissingLibraryError(ExportError):
    """A format needs a library that is not installed; the message says how to get it."""
