"""The docs say what the contracts say, and name files that are there."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted([*(ROOT / "docs").glob("*.md"), *ROOT.glob("*.md")])
DRAWING = runpy.run_path(str(ROOT / "docs" / "draw_architecture.py"))

_LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")
_CODE = re.compile(
    r"`((?:newscrawl|reading|crawl|record|words|sites|spiders|discovery|monitoring|runs|archive|extraction|incremental"
    r"|downloader|widgets|dates)(?:/[\w-]+)*(?:\.(?:py|tsv|toml)|/[\w-]+/))`"
)


def test_picture_is_that_of_the_contracts() -> None:
    assert (ROOT / "docs" / "architecture.svg").read_text(encoding="utf-8") == DRAWING["picture"]()


def test_page_names_every_room() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rooms = [room for floor in DRAWING["rooms"]() for room in floor]
    assert [room for room in rooms if f"`{room}/`" not in page and f"`{room}.py`" not in page] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files(page: Path) -> None:
    links = _LINK.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_named_files_are_there(page: Path) -> None:
    named = [name for name in _CODE.findall(page.read_text(encoding="utf-8")) if "contoh" not in name]
    places = (ROOT, ROOT / "newscrawl")
    assert [name for name in named if not any((place / name).exists() for place in places)] == []
