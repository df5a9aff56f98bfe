"""One lock a site, taken by real processes."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newscrawl.runs.holder import Holder
from newscrawl.runs.keepers import holder_path, keeper_of, lock_path
from newscrawl.runs.locks import LockedError, site_lock
from newscrawl.runs.session import lock_names
from tests.patience import patience
from tests.postgres import END_OTHERS, tell

HOLD = """
import sys, time, signal
from newscrawl.runs.locks import site_lock
{extra}
with site_lock(sys.argv[1], "kabar", budget={budget}):
    print("held", flush=True)
    time.sleep(86400)
"""


@contextmanager
def holders(place: str):
    """Starts processes that hold the lock of a site in ``place``."""
    processes = []

    def start(budget: float | None = None, extra: str = "") -> subprocess.Popen[str]:
        code = HOLD.format(budget=budget, extra=extra)
        process = subprocess.Popen([sys.executable, "-c", code, place], stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        processes.append(process)
        return process

    try:
        yield start
    finally:
        for process in processes:
            process.kill()
            process.wait()
            process.stdout.close()


@pytest.fixture
def holder(tmp_path):
    with holders(str(tmp_path)) as start:
        yield start


@pytest.fixture
def holder_there(data):
    """The same in a folder and in a base of a server."""
    with holders(data) as start:
        yield start


def holder_of(data: str, site: str) -> Holder | None:
    with keeper_of(data) as keeper:
        return keeper.holder(site)


def change(path: Path, **facts: object) -> None:
    """Let a lock file say something else."""
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | facts), encoding="utf-8")


def test_a_held_site_is_refused_and_its_holder_named(data, holder_there):
    process = holder_there()
    with pytest.raises(LockedError) as refusal, site_lock(data, "kabar"):
        pass
    assert refusal.value.holder is not None
    assert refusal.value.holder.pid == process.pid
    assert socket.gethostname() in str(refusal.value)


def test_another_site_is_free(data, holder_there):
    holder_there()
    with site_lock(data, "berita"):
        assert holder_of(data, "berita").pid == os.getpid()


def test_a_dead_holder_is_relieved(data, holder_there):
    process = holder_there()
    process.send_signal(signal.SIGKILL)
    process.wait()
    with site_lock(data, "kabar"):
        assert holder_of(data, "kabar").pid == os.getpid()


@pytest.mark.parametrize("extra", ["", "signal.signal(signal.SIGTERM, signal.SIG_IGN)"])
def test_a_holder_over_its_budget_is_stopped(data, holder_there, extra, monkeypatch):
    monkeypatch.setattr("newscrawl.runs.locks.GRACE_SECONDS", 2.0)
    process = holder_there(budget=0.1, extra=extra)
    time.sleep(0.2)
    with site_lock(data, "kabar"):
        assert process.wait(timeout=patience(5)) != 0


def test_a_holder_within_its_budget_is_left_alone(data, holder_there):
    process = holder_there(budget=3600)
    with pytest.raises(LockedError), site_lock(data, "kabar"):
        pass
    assert process.poll() is None


def test_the_lock_is_free_after_the_block_even_after_an_error(data):
    with pytest.raises(RuntimeError), site_lock(data, "kabar"):
        raise RuntimeError
    assert holder_of(data, "kabar") is None
    with site_lock(data, "kabar"):
        pass


def test_the_same_process_cannot_hold_a_site_twice(data):
    with site_lock(data, "kabar"):
        with pytest.raises(LockedError, match=f"process {os.getpid()} on"), site_lock(data, "kabar"):
            pass
        assert holder_of(data, "kabar") is not None
        with pytest.raises(LockedError), site_lock(data, "kabar"):
            pass


@pytest.mark.parametrize("content", ["", "{", "[]", '{"pid": "x"}', '{"pid": 1}'])
def test_a_garbled_lock_file_stops_nobody(tmp_path, content):
    for path in (lock_path(tmp_path, "kabar"), holder_path(tmp_path, "kabar")):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    assert Holder.read(path) is None
    with site_lock(tmp_path, "kabar"):
        pass


def test_another_machines_process_is_never_stopped(tmp_path, holder):
    process = holder(budget=0.1)
    change(holder_path(tmp_path, "kabar"), host="elsewhere")
    time.sleep(0.2)
    with pytest.raises(LockedError, match="elsewhere"), site_lock(tmp_path, "kabar"):
        pass
    assert process.poll() is None


def test_a_process_that_got_the_number_of_a_dead_holder_is_not_stopped(tmp_path, holder):
    process = holder(budget=0.1)
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as bystander:
        change(holder_path(tmp_path, "kabar"), pid=bystander.pid)
        time.sleep(0.2)
        with pytest.raises(LockedError), site_lock(tmp_path, "kabar"):
            pass
        assert bystander.poll() is None
        bystander.communicate(b"\n")
    assert process.poll() is None


def test_a_lock_file_without_the_machines_clock_goes_by_the_wall(tmp_path, holder):
    process = holder(budget=86400.0)
    change(
        holder_path(tmp_path, "kabar"),
        since=datetime(2026, 1, 1, tzinfo=UTC).isoformat(),
        boot="",
        uptime=None,
    )
    with site_lock(tmp_path, "kabar"):
        assert process.wait(timeout=patience(5)) != 0


@pytest.mark.parametrize("since", [datetime(2099, 1, 1, tzinfo=UTC), datetime(1970, 1, 1, tzinfo=UTC)])
def test_a_clock_that_jumped_makes_nobody_overdue(tmp_path, holder, since):
    process = holder(budget=86400.0)
    change(holder_path(tmp_path, "kabar"), since=since.isoformat())
    with pytest.raises(LockedError), site_lock(tmp_path, "kabar"):
        pass
    assert process.poll() is None


def test_the_spider_for_any_site_locks_the_domain_and_its_publishers():
    assert lock_names("kompas", {"since": "3d"}) == ["kompas"]
    assert lock_names("site", {"url": "https://www.warta-desa.co.id/x"}) == ["warta-desa.co.id"]
    assert lock_names("site", {"url": "https://afederasi.com"}) == ["afederasi.com", "afederasi"]
    assert {"tribunnews.com", "tribunnews", "tribunmedan"} <= set(
        lock_names("site", {"url": "https://medan.tribunnews.com/"})
    )


def test_a_site_name_cannot_leave_the_folder(tmp_path):
    for path_of in (lock_path, holder_path):
        assert path_of(tmp_path, "../../etc/passwd").parent == Path(tmp_path) / "locks"


def test_many_locks_of_a_process_cost_one_connection(postgres):
    with ExitStack() as locks:
        for number in range(20):
            locks.enter_context(site_lock(postgres, f"kabar{number}"))
        with pytest.raises(LockedError):
            locks.enter_context(site_lock(postgres, "kabar7"))
        assert connections(postgres) == 1
    assert connections(postgres) == 0
    with site_lock(postgres, "kabar7"):
        pass


def test_a_lock_whose_connection_is_lost_is_free_and_others_go_on(postgres):
    with site_lock(postgres, "kabar"):
        tell(postgres, END_OTHERS)
        with site_lock(postgres, "berita"), site_lock(postgres, "kabar"):
            assert holder_of(postgres, "berita").pid == os.getpid()


def connections(address: str) -> int:
    """How many connections of ours the base has."""
    import psycopg  # noqa: PLC0415 - an extra

    with psycopg.connect(address) as connection:
        row = connection.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            " AND application_name LIKE 'newscrawl %'"
        ).fetchone()
    return row[0]
