"""``newscrawl browse`` in a real browser: it finds, it filters, it answers, and it stays on this machine."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlencode, urlsplit
from urllib.request import urlopen

import pytest

from newscrawl.archive import Archive, Selection
from tests import processes
from tests.archive.disks import read_only
from tests.archive.samples import article
from tests.browser import Browser, needs_chromium
from tests.patience import patience
from tests.reporting.conftest import HOSTILE, fill

pytest.importorskip("datasette")


def words(folder: Path | str, *args: str) -> list[str]:
    return [sys.executable, "-m", "newscrawl", "browse", f"--data={folder}", *args]


def browse(folder: Path, *args: str, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = os.environ | ({"PYTHONPATH": str(path)} if path else {})
    return processes.run(
        words(folder, *args),
        capture_output=True,
        text=True,
        check=False,
        timeout=patience(60),
        env=environment,
    )


@contextmanager
def browsing(folder: Path | str, *args: str) -> Iterator[str]:
    """The address of the articles while the command runs; it ends at SIGTERM with status 0, silently."""
    command = words(folder, "--port=0", *args)
    with processes.begin(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = iter(process.stdout.readline, "")
        address = next((line.strip() for line in told if line.startswith("http")), "")
        try:
            assert address.startswith("http://127.0.0.1:"), process.stderr
            yield address
        finally:
            process.send_signal(signal.SIGTERM)
            _, complaints = process.communicate(timeout=patience(20))
        assert (process.returncode, complaints) == (0, "")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("browse") / "data"
    fill(folder, days=6)
    with Archive.open(folder) as archive:
        archive.store(article(9001, site="<b>situs</b>", title=HOSTILE[0], url="javascript:window.taken=1"))
        archive.store(article(9002, title="Judul pertama", body="Isi pertama tentang sawah."))
        archive.store(article(9002, title="Judul kedua", body="Isi kedua tentang sawah dan banjir."))
        archive.frontier.refuse("warta", "https://warta.example/hilang", "http-404", now=datetime.now(UTC))
    return folder


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with browsing(folder) as address:
        yield address


@pytest.fixture
def browser() -> Iterator[Browser]:
    """A browser of which it is asked at the end that nothing went wrong and nothing left this machine."""
    with Browser() as browser:
        yield browser
        assert browser.evaluate("window.taken") is None
        assert browser.errors == []
        assert {urlsplit(asked).hostname for asked in browser.requests} == {"127.0.0.1"}


def rows(browser: Browser) -> int:
    return int(browser.evaluate("document.querySelectorAll('.rows-and-columns tbody tr').length"))


def counted(browser: Browser) -> int:
    """How many articles the page says there are."""
    return int(
        browser.evaluate("document.querySelector('h3').textContent.match(/[0-9,]+/)[0]").replace(",", "")
    )


def key_of(folder: Path, condition: str) -> int:
    with closing(sqlite3.connect(folder / "archive.sqlite")) as archive:
        return int(archive.execute(f"SELECT max(key) FROM articles WHERE {condition}").fetchone()[0])


@needs_chromium
def test_the_search_box_finds_what_newscrawl_search_finds(browser, address, folder):
    browser.open(address)
    browser.evaluate("(document.querySelector('input[name=_search]').value = 'warga -\"Desa 3\"')")
    browser.evaluate("document.querySelector('form.filters').submit()")
    browser.wait("location.search.includes('_search=warga') && document.readyState === 'complete'")
    with Archive.open(folder, create=False) as archive:
        found = archive.search(Selection(words='warga -"Desa 3"'), limit=1).total
        everything = archive.search(Selection(words="warga"), limit=1).total
    assert counted(browser) == found < everything


@needs_chromium
def test_facets_are_by_site_section_author_and_month_and_filter(browser, address, folder):
    browser.open(address)
    shown = (
        "[...document.querySelectorAll('.facet-info-name')].map(e => e.textContent.trim().split(/\\s/)[0])"
    )
    assert set(browser.evaluate(shown)) == {"site", "section", "authors", "month"}
    everything = counted(browser)
    for facet, value in (("site", "kabar"), ("authors", "Siti Rahma"), ("month", "2026-08")):
        link = f"[...document.querySelectorAll('.facet-results a')].find(e => e.textContent === '{value}')"
        number = browser.evaluate(f"{link}.closest('li').textContent.match(/[0-9,]+$/)[0]")
        browser.open(browser.evaluate(f"{link}.href"), until="document.readyState === 'complete'")
        assert counted(browser) == int(number.replace(",", "")) <= everything, facet
        browser.open(address)


@needs_chromium
def test_every_common_question_is_answered(browser, address, folder):
    asked = {
        "article": {"key": key_of(folder, "title = 'Judul kedua'")},
        "same": {"key": key_of(folder, "cluster IS NOT NULL")},
        "versions": {"key": key_of(folder, "title = 'Judul kedua'")},
        "search": {"words": "panen"},
        "newest": {"site": "kabar"},
    }
    base = address.rpartition("/")[0]
    browser.open(base)
    names = browser.evaluate(
        "[...document.querySelectorAll('ul.bullets a')].map(e => e.pathname.split('/').pop())"
    )
    assert {"search", "article", "days", "authors", "copies", "edited", "failures", "runs"} < set(names)
    for name in names:
        browser.open(f"{base}/{name}?{urlencode(asked.get(name, {}))}")
        assert rows(browser) > (1 if name in ("same", "versions") else 0), name
        assert browser.evaluate("document.querySelector('.message-error')") is None, name
        browser.open(f"{base}/{name}")
        assert browser.evaluate("document.querySelector('.message-error')") is None, name


@needs_chromium
def test_a_title_leads_to_the_whole_text(browser, address, folder):
    browser.open(f"{address}?title=Judul+kedua")
    assert browser.evaluate("document.querySelector('td.col-title small').textContent").startswith(
        "Isi kedua"
    )
    browser.open(browser.evaluate("document.querySelector('td.col-title a').href"))
    assert "sawah dan banjir" in browser.evaluate("document.querySelector('td.col-body').textContent")
    assert browser.evaluate("document.documentElement.scrollWidth") <= 1280


@needs_chromium
def test_what_pages_say_stays_text(browser, address, folder):
    browser.open(f"{address}?_sort_desc=key")
    titles = browser.evaluate("[...document.querySelectorAll('td.col-title a')].map(e => e.textContent)")
    assert HOSTILE[0] in titles
    assert browser.evaluate("document.querySelectorAll('td b, td img, td script, .facet-info b').length") == 0
    assert browser.evaluate("document.querySelectorAll('a[href^=javascript]').length") == 0
    key = key_of(folder, "site = '<b>situs</b>'")
    browser.open(f"{address.rpartition('/')[0]}/article?key={key}")
    assert browser.evaluate("document.querySelector('td.col-title').textContent").strip() == HOSTILE[0]


def get(address: str, host: str | None = None) -> tuple[int, str]:
    parts = urlsplit(address)
    with closing(http.client.HTTPConnection(parts.netloc, timeout=patience(20))) as connection:
        connection.request("GET", f"{parts.path}?{parts.query}", headers={"Host": host} if host else {})
        answer = connection.getresponse()
        return answer.status, answer.read().decode()


def test_it_answers_under_the_names_of_this_machine_alone(address):
    port = urlsplit(address).port
    assert get(address)[0] == get(address, f"localhost:{port}")[0] == 200
    for name in ("evil.example", f"evil.example:{port}", f"127.0.0.1.evil.example:{port}"):
        status, text = get(address, name)
        assert (status, "Judul" in text) == (400, False)


def test_nothing_can_be_written_and_nothing_is_left_in_the_archive(address, folder):
    base = address.rpartition("/")[0]
    get(address)
    status, _ = get(f"{base}?{urlencode({'sql': 'delete from articles'})}")
    assert status == 400
    with closing(sqlite3.connect(folder / "archive.sqlite")) as archive:
        assert archive.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall() == []


def test_a_run_may_write_meanwhile_and_what_it_stores_is_seen(address, folder):
    assert "Berita Baru Saja" not in get(address)[1]
    with Archive.open(folder) as archive, archive.transaction():
        archive.store(article(9003, title="Berita Baru Saja"))
        assert get(address)[0] == 200
    assert "Berita Baru Saja" in get(address)[1]


@pytest.mark.parametrize("logged", [False, True])
def test_an_archive_that_cannot_be_written_can_be_looked_at(tmp_path, logged):
    with Archive.open(tmp_path / "data") as archive:
        archive.store(article(1))
        if logged:
            held = sqlite3.connect(tmp_path / "data" / "archive.sqlite")
            held.execute("SELECT count(*) FROM articles").fetchone()
    with read_only(tmp_path / "data"), browsing(tmp_path / "data") as address:
        status, text = get(address)
        assert status == 200
        assert "Warga Desa 1" in text
    if logged:
        held.close()


def test_without_an_archive_it_says_so(tmp_path):
    done = browse(tmp_path, "--port=0")
    assert (done.returncode, done.stdout) == (5, "")
    assert "there is no archive" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_port_that_is_taken_is_named(folder):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = browse(folder, f"--port={port}")
    assert done.returncode == 1
    assert done.stderr.startswith(f"newscrawl browse: port {port}: ")
    assert len(done.stderr.splitlines()) == 1


def test_without_datasette_it_says_what_to_install(folder, tmp_path):
    missing = tmp_path / "datasette"
    missing.mkdir()
    (missing / "__init__.py").write_text("raise ModuleNotFoundError(\"No module named 'datasette'\")")
    done = browse(folder, "--port=0", path=tmp_path)
    assert done.returncode == 2
    assert "newscrawl[browse]" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("given", [("kompas",), ("--port=65536",), ("--port=-1",)])
def test_what_makes_no_sense_is_bad_usage(folder, given):
    assert browse(folder, *given).returncode == 2


def test_a_copy_of_a_range_is_shown_of_an_archive_on_a_server(
    postgres: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    fill(postgres, days=6)
    with Archive.open(postgres, create=False) as archive:
        last = archive.database.one("SELECT max(day) FROM articles")[0]
        (wanted,) = archive.database.one("SELECT count(*) FROM articles WHERE day = ?", (last,))
    with browsing(postgres, "--snapshot", f"--since={last}") as address:
        with urlopen(f"{address}.json?_shape=array&_size=max", timeout=patience(20)) as answer:
            shown = json.load(answer)
        assert {row["day"] for row in shown} == {last}
        assert len(shown) == wanted > 0
        assert len(list(tmp_path.glob("newscrawl-browse-*"))) == 1
    assert list(tmp_path.glob("newscrawl-browse-*")) == []
