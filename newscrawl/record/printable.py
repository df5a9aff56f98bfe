"""Text from strangers, safe for a terminal: nothing in it moves the cursor or turns the writing round."""

from __future__ import annotations

import json
import re
import unicodedata

_SIGN_IN = re.compile(r"([A-Za-z][A-Za-z0-9+.-]{1,20}://)[^\s/@]{1,500}@")


def printable(text: str) -> str:
    """``text`` on one line: control, format and unassigned characters (Unicode's C) become blanks."""
    return "".join(" " if _acts(char) else char for char in text)


def printable_lines(text: str) -> str:
    """As :func:`printable`, but line breaks and tabs stay."""
    return "".join(" " if _acts(char) and char not in "\n\t" else char for char in text)


def printable_json(text: str) -> str:
    """JSON that says the same and holds no such character: each is written as its escape.

    ``text`` is JSON already, so that what is below U+0020 is layout.
    """
    if text.isascii() and "\x7f" not in text:
        return text
    return "".join(json.dumps(char)[1:-1] if _acts(char) and char >= " " else char for char in text)


def without_secrets(text: str) -> str:
    """``text`` without the names and passwords that addresses in it may hold: ``ftp://***@host/``."""
    return _SIGN_IN.sub(r"\1***@", text)


def _acts(char: str) -> bool:
    return unicodedata.category(char)[0] == "C" or char in "\u2028\u2029"
