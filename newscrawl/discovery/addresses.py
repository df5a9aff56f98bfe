"""Addresses: in publisher files, checked when the file is read, and in listings, made whole."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from newscrawl.record.addresses import host_of

_BREAKS = re.compile(r"[\r\n]+")
"""In an address: browsers leave line breaks out (WHATWG URL, 4.4); who breaks lines indents them, too."""

_BLANKS = " \t\r\n\x0b\x0c\u00a0\u200b\u200e\u200f\u2060\ufeff"


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


def plain_address(text: str) -> str:
    """An address without line breaks and the blanks around it, and with what was escaped twice set right."""
    lines = _BREAKS.split(text.strip(_BLANKS))
    return "".join(line.strip() for line in lines).replace("\t", "").replace("&amp;", "&")


def whole_address(text: str, listing: str, base: str = "") -> str | None:
    """The address that ``text`` in a listing at ``listing`` means, in full; None where it is none.

    ``base`` is what it is relative to where that is not the listing. An address without a scheme that begins
    with ``www.`` or the listing's own host is no path.
    """
    text = plain_address(text)
    if text.lower().startswith("www.") or text.startswith(f"{host_of(listing)}/"):
        text = f"//{text}"
    try:
        return urljoin(urljoin(listing, base), text) if text else None
    except ValueError:  # such as an unclosed bracket in the host
        return None
