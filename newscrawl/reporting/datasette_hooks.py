"""What newscrawl adds to Datasette, in the form of a Datasette plugin."""

from __future__ import annotations

import json
import sqlite3
from urllib.parse import urlencode

from datasette import hookimpl
from markupsafe import Markup, escape

from newscrawl.reporting.browsing import DATABASE, SELECT_VIEW, VIEW, search_words

_TITLE = Markup('<a href="/{}/article?{}">{}</a>')
_BEGINNING = Markup("{}<small>{}</small>")


@hookimpl(trylast=True)  # type: ignore[untyped-decorator]
def prepare_connection(conn: sqlite3.Connection, database: str) -> None:
    """Give a connection the view, and Datasette's search box the syntax of ``newscrawl search``."""
    if database == DATABASE:
        conn.execute(f"CREATE TEMP VIEW {VIEW} AS {SELECT_VIEW}")
        for name in ("search_words", "escape_fts"):
            conn.create_function(name, 1, search_words, deterministic=True)


@hookimpl  # type: ignore[untyped-decorator]
def render_cell(row: sqlite3.Row, value: object, column: str, database: str) -> Markup | str | None:
    """Show a body whole, authors as names, and let a title lead to its article's text."""
    if database != DATABASE or not isinstance(value, str):
        return None
    if column == "body":
        return escape(value)
    if column == "authors" and value.startswith("["):
        return ", ".join(map(str, json.loads(value)))
    # A row's own `in` looks at its values.
    if column == "title" and "key" in row.keys():  # noqa: SIM118
        return _title(row, value)
    return None


def _title(row: sqlite3.Row, title: str) -> Markup:
    link = _TITLE.format(DATABASE, urlencode({"key": row["key"]}), title or "(no title)")
    if "beginning" not in row.keys():  # noqa: SIM118
        return link
    return _BEGINNING.format(link, " ".join((row["beginning"] or "").split()))
