"""Where an extra is missing, every command says so in the same words and with the same exit status."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from newscrawl.archive import Archive
from newscrawl.record.outcome import ExitStatus
from tests.archive.samples import article
from tests.patience import patience

ROOT = Path(__file__).parents[2]
EXTRAS = set(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"])


@pytest.mark.parametrize(
    ("library", "extra", "asked"),
    [
        ("plotly", "report", ["report", "--output=report.html"]),
        ("datasette", "browse", ["browse", "--port=0"]),
        ("pyarrow", "parquet", ["export", "--output=news.parquet"]),
        ("xlsxwriter", "xlsx", ["export", "--output=news.xlsx"]),
        ("pyarrow", "parquet", ["export", "--output=news", "--format=hf"]),
        ("apprise", "notices", ["run", "kompas", "--notify=json://127.0.0.1"]),
        ("fastwarc", "warc", ["crawl", "kompas", "--warc"]),
        ("fastwarc", "warc", ["run", "kompas", "-a", "warc=all"]),
    ],
)
def test_a_missing_extra_is_one_line_that_says_how_to_get_it(
    tmp_path: Path, library: str, extra: str, asked: list[str]
) -> None:
    with Archive.open(tmp_path / "data") as archive:
        archive.store(article(1))
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    (hidden / f"{library}.py").write_text(f"raise ModuleNotFoundError(\"No module named '{library}'\")")
    done = subprocess.run(
        [sys.executable, "-m", "newscrawl", *asked, f"--data={tmp_path / 'data'}"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": f"{hidden}:{ROOT}"},
        capture_output=True,
        text=True,
        check=False,
        timeout=patience(60),
    )
    assert done.returncode == ExitStatus.BAD_USAGE
    last = done.stderr.splitlines()[-1]
    assert last.startswith("newscrawl")
    assert last.endswith(f": pip install 'newscrawl[{extra}]'")
    assert "Traceback" not in done.stderr


def test_every_extra_that_is_named_can_be_installed() -> None:
    places = [*(ROOT / "newscrawl").rglob("*.py"), *(ROOT / "docs").rglob("*.md"), ROOT / "README.md"]
    named = {
        name
        for path in places
        for names in re.findall(r"(?:newscrawl\[|\bextra\(\")([\w,]+)[\]\"]", path.read_text("utf-8"))
        for name in names.split(",")
    }
    assert {"report", "browse", "parquet", "notices"} <= named
    assert named <= EXTRAS
