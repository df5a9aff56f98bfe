"""Spiders that are written in Python, module by module: one that is broken takes none of the others along."""

from __future__ import annotations

import logging
import traceback
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules

from scrapy import Spider
from scrapy.utils.spider import iter_spider_classes

_LOGGER = logging.getLogger(__name__)
_OURS = "newscrawl"


@cache
def python_spiders(modules: tuple[str, ...]) -> dict[str, type[Spider]]:
    """The spiders in ``modules`` and in the modules below them, by their names.

    A module that cannot be loaded is left out, and named in one warning with the line that is at fault. Of
    two spiders with one name the later counts, and a warning names both.
    """
    found: dict[str, type[Spider]] = {}
    for name in modules:
        _take(name, found)
    return found


def _take(name: str, found: dict[str, type[Spider]]) -> None:
    try:
        module = import_module(name)
    except Exception as error:
        if name.partition(".")[0] == _OURS:
            raise
        _LOGGER.warning("newscrawl: %s; its spiders are left out", _fault(name, error))
        return
    for spider in iter_spider_classes(module):
        other = found.get(spider.name)
        if other not in (None, spider):
            places = " and ".join(f"{each.__module__}.{each.__name__}" for each in (other, spider))
            _LOGGER.warning("newscrawl: two spiders have the name %s: %s", spider.name, places)
        found[spider.name] = spider
    for below in iter_modules(getattr(module, "__path__", ())):
        _take(f"{name}.{below.name}", found)


def _fault(name: str, error: Exception) -> str:
    """Where and what: the line of the module itself, even where what it calls is what fails."""
    if isinstance(error, SyntaxError):
        return f"{error.filename}, line {error.lineno}: {type(error).__name__}: {error.msg}"
    said = f"{type(error).__name__}: {error}"
    try:
        spec = find_spec(name)
    except (ImportError, ValueError):
        spec = None
    origin = spec.origin if spec else None
    lines = [at.lineno for at in traceback.extract_tb(error.__traceback__) if at.filename == origin]
    return f"{origin}, line {lines[-1]}: {said}" if lines else f"SPIDER_MODULES, {name}: {said}"
