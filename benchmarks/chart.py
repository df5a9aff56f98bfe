"""Bar charts as SVG, readable on a light and on a dark page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

_ROW = 26
_BAR = 16
_LABELS = 190
_PANEL = 200
_VALUE = 60
_TOP = 74
_MARGIN = 16

# The chart brings its own ground, so that its text has contrast wherever it is shown; where the reader's
# system asks for dark, ground and text change together.
_STYLE = """\
.ground { fill: #ffffff; } text { fill: #1f2328; font: 13px system-ui, sans-serif; }
.heading { font-weight: 600; } .title { font-size: 15px; font-weight: 600; }
.own { fill: #0969da; } .peer { fill: #8c959f; } .track { fill: #eff2f5; }
@media (prefers-color-scheme: dark) {
  .ground { fill: #0d1117; } text { fill: #f0f6fc; }
  .own { fill: #58a6ff; } .peer { fill: #7d8590; } .track { fill: #21262d; }
}"""


@dataclass(frozen=True, slots=True)
class Bar:
    """A value and how it is written beside its bar."""

    value: float
    label: str


@dataclass(frozen=True, slots=True)
class Panel:
    """One column of bars, a bar for each row; ``full`` is the value of a full bar, None the greatest."""

    heading: str
    bars: Sequence[Bar]
    full: float | None


def draw(title: str, names: Sequence[str], panels: Sequence[Panel], stressed: Sequence[bool]) -> str:
    """The SVG text: a row for each of ``names``, a column for each panel, ``stressed`` rows in colour."""
    width = _MARGIN * 2 + _LABELS + len(panels) * (_PANEL + _VALUE)
    height = _TOP + len(names) * _ROW + _MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}"'
        f' height="{height}" role="img" aria-label="{escape(title)}">',
        f"<style>\n{_STYLE}\n</style>",
        f'<rect class="ground" width="{width}" height="{height}" rx="8"/>',
        _text(_MARGIN, 28, title, "title"),
        *(_text(_MARGIN, _middle(row), name) for row, name in enumerate(names)),
    ]
    for column, panel in enumerate(panels):
        parts += _panel(_MARGIN + _LABELS + column * (_PANEL + _VALUE), panel, stressed)
    return "\n".join([*parts, "</svg>", ""])


def _panel(left: int, panel: Panel, stressed: Sequence[bool]) -> list[str]:
    full = panel.full or max((bar.value for bar in panel.bars), default=0.0) or 1.0
    parts = [_text(left, _TOP - 16, panel.heading, "heading")]
    for row, bar in enumerate(panel.bars):
        top = _TOP + row * _ROW + (_ROW - _BAR) // 2
        length = _PANEL * min(max(bar.value / full, 0.0), 1.0)
        kind = "own" if stressed[row] else "peer"
        parts += [
            f'<rect class="track" x="{left}" y="{top}" width="{_PANEL}" height="{_BAR}" rx="3"/>',
            f'<rect class="{kind}" x="{left}" y="{top}" width="{length:.1f}" height="{_BAR}" rx="3"/>',
            _text(left + _PANEL + 6, _middle(row), bar.label),
        ]
    return parts


def _middle(row: int) -> int:
    return _TOP + row * _ROW + _ROW // 2 + 5


def _text(x: int, y: int, content: str, kind: str = "") -> str:
    label = f' class="{kind}"' if kind else ""
    return f'<text x="{x}" y="{y}"{label}>{escape(content)}</text>'
