"""Settings that nobody could mean: said before anything is done, where Scrapy trips over them later."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import Any

from scrapy.settings import BaseSettings, default_settings

from newscrawl import settings as our_settings
from newscrawl.archive.revisits import parse_schedule
from newscrawl.cli.suggestions import did_you_mean
from newscrawl.cli.usage import UsageError

_PREFIX = "NEWSCRAWL_"
_YES_OR_NO = ("1", "0", "true", "false")
"""What :meth:`scrapy.settings.BaseSettings.getbool` takes of a text, in any case."""


def check_settings(settings: BaseSettings, named: Iterable[str]) -> None:
    """Look at what ``-s`` says (the names in ``named``), and at the texts that stand for numbers.

    Raises:
        UsageError: a setting of newscrawl's that there is not, or a value that cannot be read.
    """
    for name in named:
        known = [known for known in dir(our_settings) if known.startswith(_PREFIX)]
        if name.startswith(_PREFIX) and name not in known:
            raise UsageError(f"-s {name}: there is no such setting.{did_you_mean(name, known)}")
    for name in settings:
        value = settings[name]
        fault = _fault_of(name, value) if isinstance(value, str) else None
        if fault:
            raise UsageError(f"{name}={value}: {fault}.")


def _fault_of(name: str, value: str) -> str | None:
    usual = _usual(name)
    if name == "NEWSCRAWL_REVISIT":
        return _said(parse_schedule, value)
    if name == "LOG_LEVEL":
        levels = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
        known = value.isdecimal() or value.upper() in logging.getLevelNamesMapping()
        return None if known else f"write one of {', '.join(levels)}"
    if isinstance(usual, bool):
        return None if value.lower() in _YES_OR_NO else "write 1 for yes or 0 for no"
    if isinstance(usual, int | float):
        return f"this is no number; it is {usual} if nothing is said" if _said(float, value) else None
    return None


def _usual(name: str) -> Any:
    return getattr(our_settings, name, getattr(default_settings, name, None))


def _said(read: Any, value: str) -> str | None:
    try:
        read(value)
    except ValueError as error:
        return str(error)
    return None
