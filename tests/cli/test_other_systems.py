"""What needs no Unix works without one, and the rest says so in a line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from newscrawl.cli.commands import cron
from tests.cli.commands.calling import newscrawl
from tests.cli.test_entry import PAGE
from tests.crawling import QUICK, ROOT
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.varient import VarientOneSite
from tests.patience import patience
from tests.projects.documented import environment


def elsewhere(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "ignore:only soft file lock", "-m", "tests.cli.another_system", *words],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=patience(120),
        check=False,
    )


def test_nothing_that_only_unix_has_is_there_for_newscrawl() -> None:
    code = (
        "from tests.cli.another_system import become_another_system; import os, signal\n"
        "become_another_system()\n"
        "assert not hasattr(os, 'fork') and not hasattr(signal, 'SIGHUP')\n"
        "exec('import fcntl', {'__name__': 'newscrawl.archive'})\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment(), capture_output=True, text=True, check=False
    )
    assert done.stderr.rstrip().endswith("ModuleNotFoundError: No module named 'fcntl'")


def test_a_page_is_read_and_sites_are_listed(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    read = elsewhere(tmp_path, "extract", "page.html", "--url", "https://kabar.example/panen")
    listed = elsewhere(tmp_path, "sites", "--text", "kompas")
    assert json.loads(read.stdout)["title"] == "Panen Raya di Blitar", read.stderr
    assert "2 publishers" in listed.stdout, listed.stderr


def test_a_site_is_crawled_searched_and_exported(tmp_path: Path) -> None:
    settings = [f"-s{name}={value}" for name, value in QUICK.items()]
    with Newsroom([VarientOneSite("afederasi.com", articles=6)]) as newsroom:
        mirror = f"-sNEWSCRAWL_MIRROR={newsroom.address}"
        one = elsewhere(tmp_path, "crawl", "afederasi", "-a", "limit=2", *settings, mirror)
        rest = elsewhere(tmp_path, "run", "afederasi", *settings, mirror)
    export = elsewhere(tmp_path, "export", "--output", "all.csv")
    found = elsewhere(tmp_path, "search", "warga OR desa OR kota", "--json")
    checked = elsewhere(tmp_path, "archive", "check")
    for done in (one, rest, export, found, checked):
        assert done.returncode == 0, done.stderr
        assert "Traceback" not in done.stderr
    assert "1 site (1 fine), 4 articles" in rest.stdout
    assert export.stdout.startswith("6 records of 1 site")


def test_windows_is_told_what_to_start_in_place_of_cron(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cron, "_WINDOWS", True)
    done = newscrawl(tmp_path, "cron", "kompas", "--at", "05:00")
    assert done.returncode == 2
    assert "Windows has neither cron nor systemd; let its Task Scheduler start this in" in done.stderr
    assert "run kompas" in done.stderr


def test_the_workflow_tests_what_the_page_says() -> None:
    jobs = yaml.safe_load((ROOT / ".github" / "workflows" / "tests.yml").read_text(encoding="utf-8"))["jobs"]
    page = (ROOT / "docs" / "systems.md").read_text(encoding="utf-8")
    versions = ", ".join(jobs["tests"]["strategy"]["matrix"]["python"])
    assert f"| `tests` | Linux | {versions} | `make test` |" in page
    assert all(f"| `{name}` |" in page for name in jobs)
