"""What is wrong with a site file."""

from __future__ import annotations


class SiteFileError(ValueError):
    """A site file cannot be used; the message names the file, the key and what is allowed."""
