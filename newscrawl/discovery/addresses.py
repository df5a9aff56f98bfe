"""Addresses in publisher files, checked when the file is read."""

from __future__ import annotations

from urllib.parse import urlsplit


def check_address(url: str) -> str:
    """``url`` itself.

    Raises:
        ValueError: it is no http or https address with a host.
    """
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError as error:
        raise ValueError(f"'{url}' is no address: {error}") from None
    if parts.scheme not in ("http", "https") or not host:
        raise ValueError(f"'{url}' is no http or https address")
    return url
