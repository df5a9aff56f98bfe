"""A real scrapyd on loopback: deploy, list, schedule with arguments, cancel."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

import pytest

import newscrawl
from newscrawl.archive import Archive
from newscrawl.cli.project import OWN_SETTINGS
from newscrawl.sites.shelf import ShippedShelf
from tests.crawling import QUICK
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.varient import VarientOneSite
from tests.patience import patience, wait_until
from tests.projects.documented import DOMAIN, environment, lay_out

pytestmark = pytest.mark.skipif(find_spec("scrapyd") is None, reason="scrapyd is not installed")

_CONFIG = """[scrapyd]
bind_address = 127.0.0.1
http_port = {port}
poll_interval = 0.2
eggs_dir = eggs
logs_dir = logs
dbs_dir = dbs
"""
_BOUNDARY = "batas-telur"


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


class Scrapyd:
    """A scrapyd that runs in a folder, and what its web service answers."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.address = f"http://127.0.0.1:{(port := free_port())}"
        (folder / "scrapyd.conf").write_text(_CONFIG.format(port=port), encoding="utf-8")
        self._log = (folder / "scrapyd.log").open("w")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "scrapyd"],
            cwd=folder,
            env=environment(),
            stdout=self._log,
            stderr=self._log,
        )
        wait_until(self._answers, (folder / "scrapyd.log").read_text)

    def ask(
        self, service: str, fields: list[tuple[str, str]] | None = None, **query: str
    ) -> dict[str, object]:
        """The answer of ``service``; with ``fields`` they are posted."""
        url = f"{self.address}/{service}.json?{urllib.parse.urlencode(query)}"
        body = urllib.parse.urlencode(fields).encode() if fields else None
        with urllib.request.urlopen(url, body, timeout=patience(60)) as answer:
            return dict(json.load(answer))

    def deploy(self, project: str, egg: bytes) -> dict[str, object]:
        """Hand in an egg, as ``scrapyd-deploy`` does."""
        parts = [("project", project.encode(), ""), ("version", b"1", ""), ("egg", egg, '; filename="p.egg"')]
        body = b"".join(
            f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"{more}\r\n\r\n'.encode()
            + value
            + b"\r\n"
            for name, value, more in parts
        )
        request = urllib.request.Request(
            f"{self.address}/addversion.json",
            body + f"--{_BOUNDARY}--\r\n".encode(),
            {"Content-Type": f"multipart/form-data; boundary={_BOUNDARY}"},
        )
        with urllib.request.urlopen(request, timeout=patience(60)) as answer:
            return dict(json.load(answer))

    def schedule(self, project: str, spider: str, mirror: str, data: Path, **more: str) -> str:
        """Begin a job; its number."""
        settings = {**QUICK, "NEWSCRAWL_MIRROR": mirror, "NEWSCRAWL_DATA": str(data)}
        settings |= {name: value for name, value in more.items() if name.isupper()}
        fields = [("project", project), ("spider", spider)]
        fields += [(name, value) for name, value in more.items() if not name.isupper()]
        fields += [("setting", f"{name}={value}") for name, value in settings.items()]
        answer = self.ask("schedule", fields)
        assert answer["status"] == "ok", answer
        return str(answer["jobid"])

    def state_of(self, project: str, job: str) -> str:
        """pending, running or finished; "" for a job that is unknown."""
        jobs = self.ask("listjobs", project=project)
        for state in ("pending", "running", "finished"):
            if any(each["id"] == job for each in jobs[state]):  # type: ignore[attr-defined]
                return state
        return ""

    def log_of(self, project: str, spider: str, job: str) -> str:
        """What a job has logged."""
        file = self.folder / "logs" / project / spider / f"{job}.log"
        return file.read_text(encoding="utf-8") if file.exists() else ""

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(patience(30))
        self._log.close()

    def _answers(self) -> bool:
        assert self._process.poll() is None, (self.folder / "scrapyd.log").read_text()
        with suppress(OSError):
            return self.ask("daemonstatus")["status"] == "ok"
        return False


@pytest.fixture(scope="module")
def scrapyd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scrapyd]:
    running = Scrapyd(tmp_path_factory.mktemp("scrapyd"))
    yield running
    running.stop()


@pytest.fixture(scope="module")
def deployed(scrapyd: Scrapyd, tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """What scrapyd answers to the documented project."""
    folder = tmp_path_factory.mktemp("proyek")
    return scrapyd.deploy("kabar", egg_of(lay_out(folder), "kabar", "kabar.settings", folder / "kabar.egg"))


@pytest.fixture(scope="module")
def newsroom() -> Iterator[Newsroom]:
    with Newsroom(
        [VarientOneSite(DOMAIN, articles=8), VarientOneSite("afederasi.com", articles=60)]
    ) as newsroom:
        yield newsroom


def egg_of(folder: Path, package: str, settings: str, to: Path) -> bytes:
    """An egg of ``package`` in ``folder``, as ``setup.py bdist_egg`` packs one."""
    with ZipFile(to, "w") as egg:
        for file in (folder / package).rglob("*"):
            if file.is_file() and "__pycache__" not in file.parts:
                egg.write(file, file.relative_to(folder))
        egg.writestr("EGG-INFO/PKG-INFO", f"Metadata-Version: 1.0\nName: telur-{package}\nVersion: 1.0\n")
        egg.writestr("EGG-INFO/entry_points.txt", f"[scrapy]\nsettings = {settings}\n")
    return to.read_bytes()


def ended(scrapyd: Scrapyd, project: str, job: str) -> Callable[[], bool]:
    return lambda: scrapyd.state_of(project, job) == "finished"


def stored(data: Path) -> int:
    if not (data / "archive.sqlite").exists():
        return 0
    with Archive.open(data, create=False) as archive:
        return int(archive.database.all("SELECT count(*) FROM articles")[0][0])


def test_a_project_is_deployed_and_its_spiders_listed_and_run(
    scrapyd: Scrapyd, deployed: dict[str, object], newsroom: Newsroom, tmp_path: Path
) -> None:
    listed = scrapyd.ask("listspiders", project="kabar")
    job = scrapyd.schedule("kabar", "desa", newsroom.address, tmp_path / "data", limit="2")
    wait_until(ended(scrapyd, "kabar", job), lambda: scrapyd.log_of("kabar", "desa", job))

    assert (deployed["status"], deployed["spiders"]) == ("ok", len(ShippedShelf().names) + 4)
    assert {"desa", "pembaca", "afederasi"} <= set(listed["spiders"])  # type: ignore[call-overload]
    assert stored(tmp_path / "data") == 2


def test_newscrawl_itself_is_deployed_and_a_job_of_it_cancelled(
    scrapyd: Scrapyd, newsroom: Newsroom, tmp_path: Path
) -> None:
    root, data = Path(newscrawl.__path__[0]), tmp_path / "data"
    scrapyd.deploy("newscrawl", egg_of(root.parent, root.name, OWN_SETTINGS, tmp_path / "newscrawl.egg"))

    job = scrapyd.schedule("newscrawl", "afederasi", newsroom.address, data, DOWNLOAD_DELAY="0.3")
    over = ended(scrapyd, "newscrawl", job)
    wait_until(lambda: over() or stored(data) >= 2, lambda: scrapyd.log_of("newscrawl", "afederasi", job))
    cancelled = scrapyd.ask("cancel", [("project", "newscrawl"), ("job", job)])
    wait_until(over, lambda: scrapyd.log_of("newscrawl", "afederasi", job))
    before = stored(data)
    again = scrapyd.schedule("newscrawl", "afederasi", newsroom.address, data)
    wait_until(ended(scrapyd, "newscrawl", again), lambda: scrapyd.log_of("newscrawl", "afederasi", again))

    assert cancelled == {"node_name": cancelled["node_name"], "status": "ok", "prevstate": "running"}
    assert 2 <= before < 60
    assert stored(data) == 60
    assert "Traceback" not in scrapyd.log_of("newscrawl", "afederasi", again)


@pytest.mark.usefixtures("deployed")
@pytest.mark.parametrize(
    ("told", "said"),
    [({"limt": "2"}, "Did you mean limit"), ({"JOBDIR": "pekerjaan"}, "JOBDIR: the archive remembers")],
)
def test_what_cannot_be_meant_stores_nothing_and_is_named(
    scrapyd: Scrapyd,
    newsroom: Newsroom,
    tmp_path: Path,
    told: dict[str, str],
    said: str,
) -> None:
    job = scrapyd.schedule("kabar", "desa", newsroom.address, tmp_path / "data", **told)
    wait_until(ended(scrapyd, "kabar", job), (scrapyd.folder / "scrapyd.log").read_text)

    assert said in (scrapyd.folder / "scrapyd.log").read_text()
    assert stored(tmp_path / "data") == 0
