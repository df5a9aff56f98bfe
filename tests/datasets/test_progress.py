"""Progress: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import io

import pytest

from newscrawl.datasets import progress as module
from newscrawl.datasets.progress import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_elsewhere_there_is_a_line_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.StringIO()
    monkeypatch.setattr(module, "_EVERY_SECONDS", 0.0)
    with progress("Writing", out) as report:
        report(500, 2000)
        report(2000, 2000)
    assert out.getvalue() == "Writing: 500 of 2,000 (25%)\nWriting: 2,000 of 2,000 (100%)\n"


def test_a_short_export_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.StringIO()
    with progress("Writing", out) as report:
        report(1, 2)
    assert out.getvalue() == ""


def test_on_a_terminal_there_is_a_bar() -> None:
    pytest.importorskip("rich")
    out = Terminal()
    with progress("Writing", out) as report:
        report(0, 0)
        report(500, 2000)
        report(2000, 2000)
    assert "Writing" in out.getvalue()


def test_without_rich_a_terminal_gets_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    out = Terminal()
    monkeypatch.setattr(module, "_EVERY_SECONDS", 0.0)
    monkeypatch.setattr(module, "Console", None)
    with progress("Writing", out) as report:
        report(1, 4)
    assert out.getvalue() == "Writing: 1 of 4 (25%)\n"
