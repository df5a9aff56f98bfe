"""A crawl into an archive on a server leaves what one into a folder leaves."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import urlsplit

import pytest

from newscrawl.archive import Archive
from newscrawl.record.outcome import ExitStatus
from tests.crawling_runs import begin, words
from tests.engine.memory.conftest import HOST
from tests.newsroom.messages import Request, Response
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.varient import VarientOneSite
from tests.patience import end_of, wait_until
from tests.postgres import END_OTHERS, tell
from tests.promises.village import ROOT, Village, with_feed

OF_THE_RUN = ("fetched_at",)


@pytest.fixture
def site() -> VarientOneSite:
    return VarientOneSite(HOST, articles=60)


def crawl(mirror: str, folder: Path, data: str) -> subprocess.Popen[str]:
    settings = {"NEWSCRAWL_DATA": data, "NEWSCRAWL_LATEST_PAGES": "20"}
    return begin(words("run", mirror, "afederasi", settings=settings), folder)


def records(data: str) -> dict[str, dict[str, Any]]:
    with Archive.open(data, create=False) as archive:
        rows = archive.database.all("SELECT id, version FROM articles")
        found = [json.loads(archive.articles.line(*row)) for row in rows]
    return {
        record["url"]: {name: value for name, value in record.items() if name not in OF_THE_RUN}
        for record in found
    }


def test_a_crawl_that_is_killed_or_cut_off_from_its_server_leaves_what_one_in_a_folder_leaves(
    newsroom: Newsroom, tmp_path: Path, postgres: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSCRAWL_FILES", str(tmp_path / "files"))
    done = end_of(crawl(newsroom.address, tmp_path, str(tmp_path / "plain")))
    assert done.returncode == 0, done.stderr
    rng = Random(7)
    for strike in (subprocess.Popen.kill, None, subprocess.Popen.kill, None):
        newsroom.log.clear()
        struck, requests = crawl(newsroom.address, tmp_path, postgres), rng.randint(2, 24)
        wait_until(
            lambda struck=struck, requests=requests: (
                len(newsroom.log) >= requests or struck.poll() is not None
            ),
            "a request",
        )
        if strike is not None:
            strike(struck)
            struck.communicate()
            continue
        tell(postgres, END_OTHERS)
        cut = end_of(struck)
        said = cut.stdout + cut.stderr
        assert cut.returncode == ExitStatus.STORAGE, said
        assert "the connection to the server is lost; nothing stored before is lost" in said
        assert "Traceback" not in said
    done = end_of(crawl(newsroom.address, tmp_path, postgres))
    assert done.returncode == 0, done.stderr
    assert records(postgres) == records(str(tmp_path / "plain"))
    lines = [json.loads(line) for file in files(tmp_path / "files") for line in file.open(encoding="utf-8")]
    assert sorted(line["url"] for line in lines) == sorted(records(postgres))
    newsroom.log.clear()
    assert end_of(crawl(newsroom.address, tmp_path, postgres)).returncode == 0
    assert not {entry.path for entry in newsroom.log} & {urlsplit(url).path for url in records(postgres)}


def test_a_listing_is_not_to_blame_for_a_server_that_is_gone(
    tmp_path: Path, postgres: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSCRAWL_FILES", str(tmp_path / "files"))
    routes = with_feed(range(3))
    named = routes["/feed.xml"]
    assert isinstance(named, Response)

    def cut_off(_: Request) -> Response:
        tell(postgres, END_OTHERS)
        return named

    with Village(routes | {"/feed.xml": cut_off}) as village:
        line = words(
            "crawl", village.address, "site", "-a", f"url={ROOT}/", settings={"NEWSCRAWL_DATA": postgres}
        )
        cut = end_of(begin(line, tmp_path))
    said = cut.stdout + cut.stderr
    assert cut.returncode == ExitStatus.STORAGE, said
    assert "listing could not be read" not in said
    assert "Traceback" not in said


def files(folder: Path) -> list[Path]:
    return sorted(folder.glob("feeds/*/*.jsonl"))
