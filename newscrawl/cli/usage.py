"""Wrong usage, as every command says it."""

from __future__ import annotations

import re
from collections.abc import Sequence

_ENDLESS = re.compile(r"\S{257,}")
"""A word longer than this is a slip; the paths of files, which are to be named whole, are shorter."""


class UsageError(Exception):
    """What was asked for makes no sense; the message says what, and what to write instead.

    A message is a line or two: of a word of a thousand characters it shows the beginning.
    """

    def __init__(self, message: str) -> None:
        super().__init__(_ENDLESS.sub(lambda word: f"{word[0][:40]}...{word[0][-20:]}", message))


def refuse_unknown_options(command: str, args: Sequence[str]) -> None:
    """Refuse what is left among the arguments and looks like an option; ``-`` alone is standard input.

    Raises:
        UsageError: there is one; the message names it.
    """
    unknown = next((word for word in args if word.startswith("-") and len(word) > 1), None)
    if unknown:
        raise UsageError(f"{command} has no option '{unknown}'; --help lists them")
