"""The trials of damaged archives, in small: each kind damages something, and nothing breaks in silence."""

from __future__ import annotations

import pytest

from benchmarks.damage import DEEDS, Tries, main


def test_no_damage_goes_unsaid(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--tries", "6", "--seed", "7"]) == 0
    lines = capsys.readouterr().out.splitlines()
    for kind in DEEDS:
        (line,) = [line for line in lines if line.startswith(f"| {kind} |")]
        assert line.endswith("| 0 |")
        assert " of 6 |" in line


def test_what_is_wrong_and_unsaid_is_a_break() -> None:
    tries = Tries()
    tries.note("read", said=True, wrong="1 lost")
    tries.note("read", said=False, wrong="")
    assert tries.breaks == []
    tries.note("read", said=False, wrong="1 lost")
    assert tries.breaks == ["read: 1 lost"]
