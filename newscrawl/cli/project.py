"""Whose settings hold: those of the Scrapy project that the working folder lies in, or newscrawl's own.

A project counts where its settings build on ``newscrawl.settings``; any other is none of ours.
"""

from __future__ import annotations

import os
import sys
from configparser import ConfigParser
from configparser import Error as ConfigError
from importlib import import_module
from pathlib import Path
from typing import Any

OWN_SETTINGS = "newscrawl.settings"
_NAMED = "SCRAPY_SETTINGS_MODULE"
_CONFIG = "scrapy.cfg"


class ProjectError(Exception):
    """The settings that a project names cannot be loaded; the message says which, who names them, and why."""


def use_project(folder: Path | None = None) -> str:
    """Find whose settings hold in ``folder``, by default the working folder, and tell Scrapy of them.

    A module that ``SCRAPY_SETTINGS_MODULE`` of the environment names goes first, then the one that the
    nearest ``scrapy.cfg`` upwards names. The folder of that file is put among those that Python imports from.

    Raises:
        ProjectError: the module cannot be imported.
    """
    module, where = os.environ.get(_NAMED, ""), f"{_NAMED} of the environment"
    if not module:
        config = _nearest(folder or Path.cwd())
        module, where = (_named_in(config), str(config)) if config else ("", "")
        if config and str(config.parent) not in sys.path:
            sys.path.append(str(config.parent))
    if not (module and module != OWN_SETTINGS and _builds_on_ours(module, where)):
        module = OWN_SETTINGS
    os.environ[_NAMED] = module
    return module


def settings_of_project() -> dict[str, Any]:
    """Every setting that holds in the working folder, without an import of Scrapy.

    Raises:
        ProjectError: the settings of the project cannot be imported.
    """
    return {name: value for name, value in vars(import_module(use_project())).items() if name.isupper()}


def _builds_on_ours(module: str, where: str) -> bool:
    try:
        return hasattr(import_module(module), "NEWSCRAWL_DATA")
    except Exception as error:
        raise ProjectError(
            f"the settings '{module}' that {where} names cannot be loaded: {type(error).__name__}: {error}"
        ) from error


def _nearest(folder: Path) -> Path | None:
    places = (above / _CONFIG for above in (folder, *folder.parents))
    return next((place for place in places if place.is_file()), None)


def _named_in(config: Path) -> str:
    parser = ConfigParser()
    try:
        parser.read(config, encoding="utf-8")
    except (ConfigError, UnicodeDecodeError, OSError) as error:
        raise ProjectError(f"{config} cannot be read: {error}") from error
    return parser.get("settings", os.environ.get("SCRAPY_PROJECT", "default"), fallback="")
