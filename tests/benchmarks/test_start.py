"""What a first page costs is measured in fresh processes."""

from __future__ import annotations

from pathlib import Path

from benchmarks import start
from benchmarks.report import Options


def test_the_first_page_is_read_in_a_fresh_process(tmp_path: Path) -> None:
    options = Options(pages=tmp_path, index=tmp_path, gold=tmp_path, quick=True, rounds=1)
    text = start.measure(options).markdown
    assert [line.split("|")[1].strip() for line in text.splitlines()[4:7]] == [
        "Python alone",
        "import",
        "import and first page",
    ]
