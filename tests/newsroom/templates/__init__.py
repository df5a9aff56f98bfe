"""HTML templates: files beside this one, filled with ``$name`` values that are HTML already."""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path
from string import Template

_FOLDER = Path(__file__).parent


@cache
def _template(name: str) -> Template:
    return Template((_FOLDER / f"{name}.html").read_text(encoding="utf-8").rstrip("\n"))


def fill(name: str, /, **values: object) -> str:
    """The template ``name`` with its values; raises KeyError for one that is missing."""
    return _template(name).substitute(values)


def metas(pairs: list[tuple[str, str]]) -> str:
    """Meta elements; names with a colon are properties, as Open Graph has it."""
    return "\n".join(
        f'<meta {"property" if ":" in name else "name"}="{name}" content="{escape(value)}">'
        for name, value in pairs
    )


def links(pairs: list[tuple[str, str]], *, css: str = "") -> str:
    """List items of links: pairs of address and text."""
    attribute = f' class="{css}"' if css else ""
    return "".join(f'<li{attribute}><a href="{escape(href)}">{escape(text)}</a></li>' for href, text in pairs)
