"""The report: sections of Markdown that replace the generated parts of docs/performance.md."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
REPORT = ROOT / "docs" / "performance.md"

_PART = "<!-- generated: {name} -->\n"
_END = "<!-- end of {name} -->\n"


class CannotMeasureError(RuntimeError):
    """A benchmark lacks what it measures with; the message says what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the command line asked for.

    ``pages``, ``index`` and ``gold`` are a folder of saved pages, its table (columns ``file`` and ``url``)
    and its gold; ``quick`` asks for a small run that checks the benchmark and not the speed; ``peers`` is
    the Python of an environment of the peers' own, where they cannot live beside newscrawl.
    """

    pages: Path
    index: Path
    gold: Path
    quick: bool = False
    rounds: int = 3
    peers: str = sys.executable


@dataclass(frozen=True, slots=True)
class Section:
    """What one benchmark found: Markdown without a heading, and files to write beside the report."""

    markdown: str
    files: dict[str, str] = field(default_factory=dict)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; the first column is left-aligned, the others right-aligned."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def marked(name: str, markdown: str) -> str:
    """``markdown`` between the marks of a generated part; a part may hold others."""
    return f"{_PART.format(name=name)}{markdown.strip()}\n{_END.format(name=name)}"


def replace_part(text: str, name: str, markdown: str) -> str:
    """``text`` with the generated part ``name`` replaced, or put at the end if there is none."""
    part = marked(name, markdown)
    place = re.compile(
        f"{re.escape(_PART.format(name=name))}.*?{re.escape(_END.format(name=name))}", re.DOTALL
    )
    if place.search(text):
        return place.sub(lambda _: part, text, count=1)
    return f"{text.rstrip()}\n\n## {name.capitalize()}\n\n{part}"


def write(name: str, section: Section, report: Path = REPORT) -> None:
    """Put a benchmark's section into the report and its files beside it."""
    text = report.read_text(encoding="utf-8") if report.exists() else "# Performance\n"
    report.parent.mkdir(parents=True, exist_ok=True)
    report.write_text(replace_part(text, name, section.markdown), encoding="utf-8")
    for file, content in section.files.items():
        (report.parent / file).write_text(content, encoding="utf-8")
