"""What can go wrong with an export."""

from __future__ import annotations


class ExportError(Exception):
    """The data set cannot be written. The message names the path or option, and what to do."""
