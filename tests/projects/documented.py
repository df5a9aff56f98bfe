"""The project that docs/scrapy.md writes down, laid out in a folder."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from tests.crawling import QUICK, ROOT
from tests.patience import patience

DOMAIN = "kabardesa.example"
PAGE = ROOT / "docs" / "scrapy.md"
_FILE = re.compile(r"^`([\w./]+)`\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def lay_out(folder: Path) -> Path:
    """Write every file that the page names, and the empty ones that make packages of folders."""
    for name, text in _FILE.findall(PAGE.read_text(encoding="utf-8")):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    for package in (folder / "kabar", folder / "kabar" / "spiders"):
        (package / "__init__.py").touch()
    return folder


def tool(
    folder: Path, *words: str, mirror: str = "", module: str = "newscrawl", stdin: str = "", browser: str = ""
) -> subprocess.CompletedProcess[str]:
    """What ``newscrawl WORDS``, or ``scrapy WORDS`` by ``module``, does in ``folder``."""
    settings = QUICK | {"NEWSCRAWL_MIRROR": mirror} if mirror else {}
    return subprocess.run(
        [sys.executable, "-m", module, *words, *(f"-s{name}={value}" for name, value in settings.items())],
        cwd=folder,
        env=environment() | ({"BROWSER": browser} if browser else {}),
        input=stdin,
        capture_output=True,
        text=True,
        timeout=patience(120),
        check=False,
    )


def environment() -> dict[str, str]:
    """That of a shell in which newscrawl is installed, and nothing of it is set."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("NEWSCRAWL_", "SCRAPY_"))
    }
    return kept | {"PYTHONPATH": os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))}
