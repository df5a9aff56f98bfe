"""Every list of words can be read, says each thing once, and is found in the installed package."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from newscrawl import words

LISTS = sorted(Path(str(files(words))).glob("*.tsv"))


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_list_is_readable_and_says_each_thing_once(path: Path) -> None:
    said = [(entry.text, entry.kind, entry.language) for entry in words.entries(path.stem)]
    assert said
    assert len(set(said)) == len(said)


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_list_tells_what_it_is_for(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("# ")


def test_broken_line_is_named() -> None:
    with pytest.raises(words.WordListError, match=r"months\.tsv, line 3"):
        words._entry("months", 3, "januari\t1")
