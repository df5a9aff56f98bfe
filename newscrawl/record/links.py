"""Where the links of a page lead."""

from __future__ import annotations

import re
from urllib.parse import urljoin

_WHOLE = re.compile(
    r"https?://[A-Za-z0-9.-]+(?::[0-9]{1,5})?(?:/[A-Za-z0-9!$%&'()*+,./:=@_~-]*)?"
    r"(?:\?[A-Za-z0-9!$%&'()*+,./:;=?@_~-]+)?(?:#[A-Za-z0-9!$%&'()*+,./:;=?@_~-]+)?"
)


def joined(base: str, address: str) -> str:
    """The address that a link to ``address`` leads to on the page at ``base``, which is one itself.

    As :func:`urllib.parse.urljoin` tells it, which takes whole and plain addresses, as most are, apart to put
    the same together again.

    Raises:
        ValueError: it is no address.
    """
    return address if _WHOLE.fullmatch(address) else urljoin(base, address)
