"""The archive as a Datasette site. Datasette is an extra: importing this module needs it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from datasette.app import Datasette
from datasette.database import Database
from datasette.plugins import pm
from datasette.utils.asgi import asgi_send_html
from markupsafe import escape

from newscrawl.archive import Archive
from newscrawl.reporting import datasette_hooks
from newscrawl.reporting.browsing import DATABASE, SELECT_VIEW, SETTINGS, STATIC, VIEW, metadata

NAMES = frozenset({"127.0.0.1", "localhost"})
"""The names of this machine under which the site answers."""


@contextmanager
def datasette_site(archive: Archive) -> Iterator[Any]:
    """The ASGI application over ``archive``, for as long as the block runs. It never writes."""
    tables = sorted(archive.database.tables())
    site = Datasette(
        [],
        metadata=metadata(archive.name, tables),
        settings=SETTINGS,
        static_mounts=[(STATIC, str(Path(__file__).with_name("static")))],
    )
    site.remove_database("_memory")
    site.add_database(_ArchiveDatabase(site, archive), name=DATABASE)
    pm.register(datasette_hooks)
    try:
        yield _only_for(NAMES, site.app())
    finally:
        pm.unregister(datasette_hooks)


class _ArchiveDatabase(Database):  # type: ignore[misc]
    """The archive's file, with a view that each connection has for itself.

    So the file needs no change to be looked at: it may be one that cannot be written, a run may write to it
    meanwhile, and nothing is left in it if the process is killed.
    """

    def __init__(self, site: Datasette, archive: Archive) -> None:
        super().__init__(site, archive.name)
        self._writable = archive.database.writable

    def connect(self, write: bool = False) -> sqlite3.Connection:
        """A connection for reading; the answer to a wish to write is SQLite's error."""
        path = Path(self.path)
        log = path.with_name(path.name + "-wal")
        # SQLite cannot open a log in a folder where it may make no file, and without a log needs none.
        unchanging = not self._writable and not (log.exists() and log.stat().st_size)
        mode = "mode=ro&immutable=1" if unchanging else "mode=ro"
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?{mode}", uri=True, check_same_thread=False)
        self._all_file_connections.append(connection)
        return connection

    async def attached_databases(self) -> list[Any]:
        """None: what SQLite calls the database ``temp`` says nothing to readers."""
        return []

    async def view_names(self) -> list[str]:
        """SQLite keeps a temporary view in another list than the one Datasette looks into."""
        return [VIEW]

    async def get_view_definition(self, view: str) -> str | None:
        """The view's SQL."""
        return f"CREATE VIEW {VIEW} AS {SELECT_VIEW}" if view == VIEW else None


def _only_for(names: frozenset[str], application: Any) -> Any:
    """Answer under these names alone: a page elsewhere whose name is turned to this machine reads nothing."""

    async def answer(scope: Any, receive: Any, send: Any) -> None:
        asked = dict(scope.get("headers") or ()).get(b"host", b"").decode("latin-1")
        if scope["type"] == "http" and asked.rpartition(":")[0] not in names and asked not in names:
            await asgi_send_html(send, f"Not under the name {escape(asked)}.", 400)
        else:
            await application(scope, receive, send)

    return answer
