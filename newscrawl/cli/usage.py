"""Wrong usage, as every command says it."""

from __future__ import annotations

from collections.abc import Sequence


class UsageError(Exception):
    """What was asked for makes no sense; the message says what, and what to write instead."""


def refuse_unknown_options(command: str, args: Sequence[str]) -> None:
    """Refuse what is left among the arguments and looks like an option; ``-`` alone is standard input.

    Raises:
        UsageError: there is one; the message names it.
    """
    unknown = next((word for word in args if word.startswith("-") and len(word) > 1), None)
    if unknown:
        raise UsageError(f"{command} has no option '{unknown}'; --help lists them")
