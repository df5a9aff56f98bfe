"""Long files of tests start first, and their seconds come from a report of the tests themselves."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from tests import long_files


def test_the_longest_files_come_first_and_each_stays_together() -> None:
    longest = Path("tests/hardening/test_hostile_pages.py")
    assert long_files.seconds_by_file()[longest.as_posix()]
    items = [
        SimpleNamespace(path=Path("/root", file), name=name)
        for file, name in [
            ("a.py", "one"),
            ("a.py", "two"),
            (longest, "three"),
            ("b.py", "four"),
            (longest, "five"),
        ]
    ]
    long_files.longest_first(cast("list[pytest.Item]", items), Path("/root"))
    assert [item.name for item in items] == ["three", "five", "one", "two", "four"]


def test_seconds_are_summed_by_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = tmp_path / "tests.xml"
    report.write_text(
        '<testsuite><testcase classname="tests.test_long_files" time="4"/><testcase name="stopped" time="9"/>'
        '<testcase classname="tests.test_long_files.TestInAClass" time="2.5"/>'
        '<testcase classname="tests.test_processes" time="1"/></testsuite>'
    )
    monkeypatch.setattr(long_files, "LIST", tmp_path / "list.tsv")
    long_files.main(report)
    assert long_files.seconds_by_file() == {"tests/test_long_files.py": 6.0}
