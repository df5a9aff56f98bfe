"""``newscrawl probe``: what it prints, and that what it writes works."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.newsroom.faults import Fault
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.kinds import make_site
from tests.patience import patience

HOST = "kabarkota.example"
ARTICLES = 12
ROOT = Path(__file__).parents[2]


def probe(mirror: str, *words: str, settings: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    chosen = (
        f"NEWSCRAWL_MIRROR={mirror}",
        "DOWNLOAD_DELAY=0",
        "AUTOTHROTTLE_ENABLED=False",
        "RETRY_TIMES=0",
        *settings,
    )
    options = [word for setting in chosen for word in ("-s", setting)]
    return subprocess.run(
        [sys.executable, "-m", "newscrawl", "probe", *words, *options],
        capture_output=True,
        text=True,
        timeout=patience(60),
        check=False,
    )


@dataclass
class Probed:
    """A site, what the probe of it printed, and the folder that it wrote to."""

    newsroom: Newsroom
    done: subprocess.CompletedProcess[str]
    folder: Path

    @property
    def package(self) -> Path:
        """The folder with the publisher file."""
        return self.folder / "newscrawl" / "spiders"

    def run(self, code: str, folder: Path) -> subprocess.CompletedProcess[str]:
        """Run ``code`` where the publisher file is one of the project's."""
        known = f"import sys, newscrawl.spiders as spiders\nspiders.__path__.append({str(self.package)!r})"
        script = f"{known}\n{code}"
        environment = os.environ | {"NEWSCRAWL_DATA": str(folder / "data")}
        words = [sys.executable, "-c", script]
        return subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module", params=["wordpress", "varient1"])
def probed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Probed]:
    """A probe with --write into an empty folder."""
    folder = tmp_path_factory.mktemp("checkout")
    with Newsroom([make_site(request.param, HOST, articles=ARTICLES)]) as running:
        done = probe(running.address, f"https://{HOST}", "--write", "--folder", str(folder))
        yield Probed(running, done, folder)


def test_what_is_printed_is_what_is_written_and_a_sample(probed: Probed) -> None:
    printed = probed.done.stdout

    assert probed.done.returncode == 0, probed.done.stderr
    assert (probed.package / "kabarkota.py").read_text(encoding="utf-8") in printed
    assert f'allowed_domains = ["{HOST}"]' in printed
    assert "works     feed" in printed
    title = next(line for line in printed.splitlines() if line.startswith("  title"))
    titles = {story.title for story in probed.newsroom.site(HOST).book.stories()}
    assert title.removeprefix("  title").strip() in titles


def test_the_written_test_passes(probed: Probed, tmp_path: Path) -> None:
    test = probed.folder / "tests" / "spiders" / "test_kabarkota.py"

    done = probed.run(
        f"import pytest\nsys.exit(pytest.main(['-p', 'no:cacheprovider', {str(test)!r}]))", tmp_path
    )

    assert done.returncode == 0, done.stdout + done.stderr


def test_the_written_publisher_is_crawled_whole(probed: Probed, tmp_path: Path) -> None:
    options = [
        f"NEWSCRAWL_MIRROR={probed.newsroom.address}",
        "DOWNLOAD_DELAY=0",
        "AUTOTHROTTLE_ENABLED=False",
    ]
    words = ["newscrawl", "crawl", "kabarkota", "-O", "out.jsonl"]
    words += [word for option in options for word in ("-s", option)]

    done = probed.run(f"from newscrawl.cli import main\nsys.argv = {words!r}\nmain()", tmp_path)

    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert {json.loads(line)["url"] for line in lines} == set(probed.newsroom.site(HOST).urls()), done.stderr


@pytest.mark.parametrize("arguments", [["check"], ["format", "--check"]])
def test_the_written_files_are_as_the_project_wants_them(probed: Probed, arguments: list[str]) -> None:
    words = ["ruff", *arguments, "--config", str(ROOT / "pyproject.toml"), str(probed.folder)]

    done = subprocess.run([sys.executable, "-m", *words], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout


def test_files_that_are_there_are_not_replaced(tmp_path: Path) -> None:
    with Newsroom([make_site("varient1", HOST, articles=6)]) as newsroom:
        first = probe(
            newsroom.address, f"https://{HOST}", "--write", "--folder", str(tmp_path), "--name", "anyar"
        )
        again = probe(
            newsroom.address, f"https://{HOST}", "--write", "--folder", str(tmp_path), "--name", "anyar"
        )
        forced = probe(
            newsroom.address,
            f"https://{HOST}",
            "--write",
            "--folder",
            str(tmp_path),
            "--name",
            "anyar",
            "--force",
        )

    assert "class AnyarSpider(" in (tmp_path / "newscrawl" / "spiders" / "anyar.py").read_text()
    assert (first.returncode, again.returncode, forced.returncode) == (0, 1, 0)
    assert "is there already; --force replaces it" in again.stderr


def test_a_site_without_articles_is_said_to_have_none(tmp_path: Path) -> None:
    with Newsroom([make_site("varient1", HOST, articles=6)]) as newsroom:
        newsroom.fault(HOST, "*", Fault.status(404))
        done = probe(newsroom.address, f"https://{HOST}", "--write", "--folder", str(tmp_path))

    assert done.returncode == 1
    assert f"no article could be read at https://{HOST}" in done.stdout
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["kabar.id"], "write https://kabar.id"),
        (["ftp://kabar.id"], "is no http"),
        ([], "takes one address"),
        (["https://a.id", "https://b.id"], "not 2"),
    ],
)
def test_bad_usage_is_named(words: list[str], reason: str) -> None:
    done = probe("http://127.0.0.1:9", *words)

    assert done.returncode == 2
    assert reason in done.stderr
