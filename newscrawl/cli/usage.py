"""Wrong usage, as every command says it."""

from __future__ import annotations

import re

_END_OF_OPTIONS = "--"
_ENDLESS = re.compile(r"\S{257,}")
"""A word longer than this is a slip; the paths of files, which are to be named whole, are shorter."""


class UsageError(Exception):
    """What was asked for makes no sense; the message says what, and what to write instead.

    A message is a line or two: of a word of a thousand characters it shows the beginning.
    """

    def __init__(self, message: str) -> None:
        super().__init__(_ENDLESS.sub(lambda word: f"{word[0][:40]}...{word[0][-20:]}", message))


def refuse_unknown_options(command: str, args: list[str]) -> None:
    """Refuse what is left among the arguments and looks like an option; ``-`` alone is standard input.

    What follows ``--`` is no option, whatever it looks like; the mark itself is taken out of ``args``.

    Raises:
        UsageError: there is one; the message names it.
    """
    end = args.index(_END_OF_OPTIONS) if _END_OF_OPTIONS in args else len(args)
    unknown = next((word for word in args[:end] if word.startswith("-") and len(word) > 1), None)
    del args[end : end + 1]
    if unknown:
        raise UsageError(f"{command} has no option '{unknown}'; --help lists them")
