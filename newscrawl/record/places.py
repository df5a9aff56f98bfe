"""Where the data lie: in a folder, or in a base of a PostgreSQL server with a folder for files beside it."""

from __future__ import annotations

import os
import re
from pathlib import Path

_PASSWORD = re.compile(r"//[^/?#]*:[^/?#@]+@|[?&]password=")
_SERVERS = ("postgresql://", "postgres://")


def on_server(data: str | Path) -> bool:
    """Whether ``data`` is the address of a base on a server, and no folder."""
    return str(data).startswith(_SERVERS)


def has_password(data: str | Path) -> bool:
    """Whether ``data`` is an address with a password in it."""
    return on_server(data) and bool(_PASSWORD.search(str(data)))


def files_folder(data: str | Path) -> Path:
    """Where what is no table lies: the lines that runs write, site files, saved pages.

    That is the data folder itself; for a server ``NEWSCRAWL_FILES`` of the environment, else ``data`` in the
    working folder of this machine.
    """
    return Path(os.environ.get("NEWSCRAWL_FILES") or "data") if on_server(data) else Path(data)


def standing(data: str | Path) -> str | Path:
    """The same place, named so that it is found from any working folder."""
    return data if on_server(data) else Path(data).absolute()
