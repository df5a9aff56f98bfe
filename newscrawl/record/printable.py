"""Text from strangers, safe for a terminal: nothing in it moves the cursor or turns the writing round."""

from __future__ import annotations

import codecs
import io
import json
import re
import unicodedata
from typing import IO, Any

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


class CleanOutput(io.RawIOBase):
    """A stream of bytes in UTF-8 that passes on what is written, safe for a terminal.

    JSON is written in a form that says the same. Other text is cleaned where ``stream`` is a terminal; what a
    program reads stays as it is.
    """

    def __init__(self, stream: IO[bytes], *, of_json: bool) -> None:
        super().__init__()
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._clean = printable_json if of_json else printable_lines if stream.isatty() else None

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        """Pass on ``data``, without waiting for what is not whole characters yet."""
        if self._clean is None:
            self._stream.write(data)
        else:
            self._stream.write(self._clean(self._decoder.decode(bytes(data))).encode())
        return len(data)

    def flush(self) -> None:
        self._stream.flush()
