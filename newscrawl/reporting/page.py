"""The report as one HTML file that needs nothing else."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import Any

from newscrawl.record.extras import extra

CONTENT_POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:"
)
"""The browser itself refuses whatever the file might ask of a network."""


def page(numbers: dict[str, Any]) -> str:
    """The HTML of the report.

    What pages say is data: it stands in one JSON block in which no markup can end, and the script puts it
    on the page as text.

    Raises:
        MissingExtraError: plotly is not installed.
    """
    with extra("report", why="the report needs plotly"):
        from plotly.offline import get_plotlyjs  # noqa: PLC0415

    parts = {name: _asset(f"report.{name}") for name in ("html", "css", "js")}
    filled = {
        "policy": CONTENT_POLICY,
        "style": parts["css"],
        "data": script_json(numbers),
        "plotly": get_plotlyjs(),
        "script": parts["js"],
    }
    # In one pass: what is filled in is never looked through for marks.
    return re.sub("@(" + "|".join(filled) + ")@", lambda mark: filled[mark[1]], parts["html"])


def script_json(value: Any) -> str:
    """JSON that may stand inside a script element (HTML Standard, 4.12.1.3: no ``<`` that opens anything)."""
    text = json.dumps(value, ensure_ascii=False, default=list)
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def _asset(name: str) -> str:
    return files("newscrawl.reporting").joinpath(name).read_text(encoding="utf-8")
