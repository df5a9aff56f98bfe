"""What the package ships is all of what the book reads."""

from __future__ import annotations

import tomllib
from fnmatch import fnmatch
from pathlib import Path

from newscrawl import sites

FOLDER = Path(sites.__path__[0])


def test_every_site_file_and_the_index_are_package_data() -> None:
    project = tomllib.loads((FOLDER.parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
    globs = project["tool"]["setuptools"]["package-data"]["newscrawl"]
    data = [path for path in FOLDER.rglob("*") if path.suffix in (".toml", ".tsv")]
    names = [path.relative_to(FOLDER.parent).as_posix() for path in data]

    assert len(names) > 150
    assert [name for name in names if not any(_fits(name, glob) for glob in globs)] == []


def _fits(name: str, glob: str) -> bool:
    """A star of package data stops at a slash."""
    return name.count("/") == glob.count("/") and fnmatch(name, glob)
