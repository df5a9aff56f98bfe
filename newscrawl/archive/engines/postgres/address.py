"""The address of a base, and the connection to it; what people are told of it never holds a password."""

from __future__ import annotations

import os
import re
import socket
from typing import Any

import psycopg
from psycopg import conninfo

from newscrawl.archive.engines.postgres.failures import explained, unreachable
from newscrawl.archive.errors import ArchiveMissingError, ArchiveUnsuitableError

SCHEMA = "newscrawl"
"""The schema of the base in which the archive's tables lie; the base may hold others' beside it."""

_OLDEST = 140000
_CONNECT_SECONDS = 15
_NO_PORT = re.compile("[^0-9,]")
_ALIVE: dict[str, Any] = {"keepalives_idle": 30, "keepalives_interval": 10, "keepalives_count": 3}
"""A server that has gone without a word is noticed after a minute."""


def name_of(address: str) -> str:
    """The server and the base of an address, without a password.

    Raises:
        ArchiveMissingError: it cannot be read.
    """
    told = _parts(address)
    host = told.get("host") or told.get("hostaddr") or os.environ.get("PGHOST") or "localhost"
    user = told.get("user") or os.environ.get("PGUSER")
    port = told.get("port")
    base = told.get("dbname") or os.environ.get("PGDATABASE") or user or ""
    return f"postgresql://{f'{user}@' if user else ''}{host}{f':{port}' if port else ''}/{base}"


def connect(address: str) -> psycopg.Connection[Any]:
    """A connection to the base at ``address``, in which each statement is a transaction of its own.

    Raises:
        ArchiveError: the address cannot be read, the server not be reached, or it is too old.
    """
    name = name_of(address)
    given = {key: value for key, value in _ALIVE.items() if key not in _parts(address)}
    try:
        connection = psycopg.connect(
            address,
            autocommit=True,
            connect_timeout=_CONNECT_SECONDS,
            application_name=f"newscrawl {os.getpid()}@{socket.gethostname()}"[:63],
            client_encoding="utf8",
            **given,
        )
    except psycopg.Error as error:
        raise unreachable(error, name) from None
    try:
        _check(connection, name)
        connection.execute(f"SET search_path = {SCHEMA}", prepare=False)
    except psycopg.Error as error:
        connection.close()
        raise explained(error, name) from None
    except BaseException:
        connection.close()
        raise
    return connection


def _check(connection: psycopg.Connection[Any], name: str) -> None:
    version = connection.info.server_version
    if version < _OLDEST:
        raise ArchiveUnsuitableError(
            f"{name}: PostgreSQL {version // 10000} is too old; {_OLDEST // 10000} or newer is needed"
        )
    encoding = connection.info.parameter_status("server_encoding")
    if encoding != "UTF8":
        raise ArchiveUnsuitableError(
            f"{name}: the base keeps text as {encoding}, in which not everything can be written;"
            " make one with: createdb --encoding=UTF8 --template=template0 NAME"
        )


def _parts(address: str) -> dict[str, Any]:
    try:
        parts = dict(conninfo.conninfo_to_dict(address))
    except psycopg.Error:
        parts = {}
    # What libpq says of an address quotes it, and a password that is not escaped may stand anywhere in it.
    if not parts or _NO_PORT.search(str(parts.get("port", ""))) or "@" in str(parts.get("dbname", "")):
        raise ArchiveMissingError(
            "the address of the server cannot be read; write postgresql://USER@HOST/BASE, with %-escapes for"
            " @, :, / and % in a name or password (or keep the password in ~/.pgpass)"
        )
    return parts
