"""What the demo tells people to try works."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from newscrawl.archive import Archive
from newscrawl.record.as_json import to_json
from tests.archive.samples import article
from tests.cli.commands.calling import newscrawl
from tests.newsroom import demo


def test_the_commands_that_the_demo_prints_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    output = tmp_path / demo.FOLDER / "articles.jsonl"
    output.parent.mkdir()
    output.write_text(to_json(article(1)) + "\n", encoding="utf-8")
    with Archive.open(output.parent / "data") as archive:
        archive.store(article(1))
    told = demo.next_commands(output)
    assert len(told) > 3
    for line in told:
        program, *words = shlex.split(line)
        assert Path(program).name == "newscrawl"
        done = newscrawl(tmp_path, *words)
        assert done.returncode == 0, (line, done.stderr)
