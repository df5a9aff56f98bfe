"""What the package ships is all of what the book reads."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from fnmatch import fnmatch
from pathlib import Path
from zipfile import ZipFile

import newscrawl
from newscrawl import sites
from newscrawl.sites.shelf import ShippedShelf

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


def test_the_sites_are_found_in_an_archive_as_scrapyd_deploys_one(tmp_path: Path) -> None:
    root = Path(newscrawl.__path__[0])
    with ZipFile(tmp_path / "newscrawl.egg", "w") as egg:
        for path in root.rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                egg.write(path, path.relative_to(root.parent))
    environment = os.environ | {
        "PYTHONPATH": str(tmp_path / "newscrawl.egg"),
        "SCRAPY_SETTINGS_MODULE": "newscrawl.settings",
    }
    code = """if True:
        import newscrawl, sys
        from scrapy.cmdline import execute
        assert "newscrawl.egg" in newscrawl.__file__
        execute(["scrapy", "list"])
    """

    words = [sys.executable, "-c", code]
    done = subprocess.run(words, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)

    assert len(done.stdout.split()) == len(ShippedShelf().names) + 1, done.stderr
