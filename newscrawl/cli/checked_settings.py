"""Settings that nobody could mean: said before anything is done, where Scrapy trips over them later."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from newscrawl import settings as our_settings
from newscrawl.archive.revisits import parse_schedule
from newscrawl.cli.usage import UsageError
from newscrawl.record.suggestions import did_you_mean

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings

_PREFIX = "NEWSCRAWL_"
_YES_OR_NO = ("1", "0", "true", "false")
"""What :meth:`scrapy.settings.BaseSettings.getbool` takes of a text, in any case."""


_OF_THE_ENVIRONMENT = ("NEWSCRAWL_FILES", "NEWSCRAWL_PURE")
"""Variables that are read before there are settings, or where there are none."""


def check_settings(settings: BaseSettings, named: Iterable[str]) -> None:
    """Look at what ``-s`` says (the names in ``named``), and at the texts that stand for numbers.

    Raises:
        UsageError: a setting of newscrawl's that there is not, or a value that cannot be read.
    """
    # Commands without an engine start without Scrapy.
    from scrapy.settings import default_settings  # noqa: PLC0415

    _check_names(named)
    _check_values(settings, vars(default_settings) | vars(our_settings))


def check_own_settings(said: Mapping[str, str]) -> None:
    """As :func:`check_settings` for a command without an engine, which heeds no settings of Scrapy's.

    Raises:
        UsageError: a setting of newscrawl's that there is not, or a value that cannot be read.
    """
    _check_names(said)
    _check_values(said, vars(our_settings))


def _check_names(named: Iterable[str]) -> None:
    known = [known for known in dir(our_settings) if known.startswith(_PREFIX)]
    for name in named:
        if name in _OF_THE_ENVIRONMENT:
            raise UsageError(f"-s {name}: this is a variable of the environment: {name}=... newscrawl ...")
        if name.startswith(_PREFIX) and name not in known:
            raise UsageError(f"-s {name}: there is no such setting.{did_you_mean(name, known)}")


def _check_values(settings: BaseSettings | Mapping[str, str], usual: Mapping[str, Any]) -> None:
    for name in settings:
        value = settings[name]
        fault = _fault_of(name, value, usual.get(name)) if isinstance(value, str) else None
        if fault:
            raise UsageError(f"{name}={value}: {fault}.")


def _fault_of(name: str, value: str, usual: object) -> str | None:
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


def _said(read: Any, value: str) -> str | None:
    try:
        read(value)
    except ValueError as error:
        return str(error)
    return None
