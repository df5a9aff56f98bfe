"""Wrong usage, as every command says it."""

from __future__ import annotations


class UsageError(Exception):
    """What was asked for makes no sense; the message says what, and what to write instead."""
