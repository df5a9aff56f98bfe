"""Draws docs/architecture.svg from the import contracts of pyproject.toml; run it with Python."""

from __future__ import annotations

import tomllib
from html import escape
from pathlib import Path

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "architecture.svg"

_WIDTH, _HEIGHT, _GAP, _MARGIN = 640, 46, 16, 20
_MOST_WORDS = 78


def rooms() -> list[list[str]]:
    """The floors of the house, the uppermost first; each a list of rooms that do not know each other."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = next(
        contract["layers"]
        for contract in contracts
        if contract["type"] == "layers" and "containers" not in contract
    )
    return [[room.strip().removeprefix("newscrawl.") for room in floor.split("|")] for floor in layers]


def purpose(room: str) -> str:
    """The first sentence of a room's docstring."""
    place = ROOT / "newscrawl" / room
    text = (place / "__init__.py" if place.is_dir() else place.with_suffix(".py")).read_text(encoding="utf-8")
    if not text.startswith('"""'):
        return ""
    sentence = text[3:].split('"""')[0].split("\n\n")[0].replace("\n", " ").split(". ")[0].rstrip(".")
    return sentence if len(sentence) <= _MOST_WORDS else sentence[: _MOST_WORDS - 1] + "…"


def picture() -> str:
    """The house as SVG: a floor a row, arrows only downward."""
    floors = rooms()
    height = 2 * _MARGIN + len(floors) * _HEIGHT + (len(floors) - 1) * _GAP
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH + 2 * _MARGIN} {height}" role="img">',
        "<title>The rooms of newscrawl: each imports only from those below it</title>",
        "<style>rect{fill:#f4f6f8;stroke:#5b6b7b}text{font:13px sans-serif;fill:#17212b}"
        ".name{font-weight:bold}.why{font-size:10px;fill:#44515e}path{stroke:#5b6b7b;fill:none}"
        "@media (prefers-color-scheme:dark){rect{fill:#1d2630}text{fill:#e6edf3}.why{fill:#a9b6c2}}</style>",
    ]
    for number, floor in enumerate(floors):
        top = _MARGIN + number * (_HEIGHT + _GAP)
        width = (_WIDTH - _GAP * (len(floor) - 1)) / len(floor)
        for place, room in enumerate(floor):
            parts.append(_room(room, _MARGIN + place * (width + _GAP), top, width, lone=len(floor) == 1))
        if number:
            middle = _MARGIN + _WIDTH / 2
            parts.append(f'<path d="M{middle:.0f} {top - _GAP} v{_GAP} m-4 -5 l4 5 l4 -5"/>')
    return "\n".join([*parts, "</svg>", ""])


def _room(room: str, left: float, top: float, width: float, *, lone: bool) -> str:
    centre = left + width / 2
    box = f'<rect x="{left:.0f}" y="{top}" width="{width:.0f}" height="{_HEIGHT}" rx="6"/>'
    name = f'<text class="name" x="{centre:.0f}" y="{top + 20}" text-anchor="middle">{escape(room)}</text>'
    why = escape(purpose(room)) if lone else ""
    line = f'<text class="why" x="{centre:.0f}" y="{top + 36}" text-anchor="middle">{why}</text>'
    return box + name + line


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8")
