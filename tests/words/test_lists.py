"""Every list of words can be read, says each thing once, and is found in the installed package."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from newscrawl import words
from tests.shared_data import needs_shared
from tests.words.evidence import was_seen

LISTS = sorted(Path(str(files(words))).glob("*.tsv"))


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_list_is_readable_and_says_each_thing_once(path: Path) -> None:
    said = [(entry.text, entry.kind, entry.language) for entry in words.entries(path.stem)]
    assert said
    assert len(set(said)) == len(said)


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_list_tells_what_it_is_for(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("# ")


@needs_shared
@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_what_no_page_and_no_fact_holds_says_where_it_is_from(path: Path) -> None:
    head = " ".join(line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#"))
    if "regular expression" in head:
        pytest.skip("patterns; what matches them depends on where the reader asks")
    unseen = [entry.text for entry in words.entries(path.stem) if not entry.source and not was_seen(entry)]
    assert unseen == []


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_source_is_a_place_and_not_that_there_is_none(path: Path) -> None:
    empty = re.compile(
        r"\b(?:not (?:yet )?seen|unseen|unknown|no source|nowhere|by analogy)\b|^[\W?]*$", re.IGNORECASE
    )
    said = [entry for entry in words.entries(path.stem) if entry.source and empty.search(entry.source)]
    assert said == []


def test_broken_line_is_named() -> None:
    with pytest.raises(words.WordListError, match=r"months\.tsv, line 3"):
        words._entry("months", 3, "januari\t1")
