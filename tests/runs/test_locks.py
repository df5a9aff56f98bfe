"""One lock a site, taken by real processes."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newscrawl.runs.holder import Holder
from newscrawl.runs.locks import LockedError, holder_path, lock_path, site_lock
from newscrawl.runs.session import lock_names
from tests.patience import patience

HOLD = """
import sys, time, signal
from pathlib import Path
from newscrawl.runs.locks import site_lock
{extra}
with site_lock(Path(sys.argv[1]), "kabar", budget={budget}):
    print("held", flush=True)
    time.sleep(86400)
"""


@pytest.fixture
def holder(tmp_path):
    processes = []

    def start(budget: float | None = None, extra: str = "") -> subprocess.Popen[str]:
        code = HOLD.format(budget=budget, extra=extra)
        process = subprocess.Popen(
            [sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        processes.append(process)
        return process

    yield start
    for process in processes:
        process.kill()
        process.wait()
        process.stdout.close()


def change(path: Path, **facts: object) -> None:
    """Let a lock file say something else."""
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | facts), encoding="utf-8")


def test_a_held_site_is_refused_and_its_holder_named(tmp_path, holder):
    process = holder()
    with pytest.raises(LockedError) as refusal, site_lock(tmp_path, "kabar"):
        pass
    assert refusal.value.holder is not None
    assert refusal.value.holder.pid == process.pid
    assert socket.gethostname() in str(refusal.value)


def test_another_site_is_free(tmp_path, holder):
    holder()
    with site_lock(tmp_path, "berita"):
        assert Holder.read(holder_path(tmp_path, "berita")).pid == os.getpid()


def test_a_dead_holder_is_relieved(tmp_path, holder):
    process = holder()
    process.send_signal(signal.SIGKILL)
    process.wait()
    with site_lock(tmp_path, "kabar"):
        assert Holder.read(holder_path(tmp_path, "kabar")).pid == os.getpid()


@pytest.mark.parametrize("extra", ["", "signal.signal(signal.SIGTERM, signal.SIG_IGN)"])
def test_a_holder_over_its_budget_is_stopped(tmp_path, holder, extra, monkeypatch):
    monkeypatch.setattr("newscrawl.runs.locks.GRACE_SECONDS", 2.0)
    process = holder(budget=0.1, extra=extra)
    time.sleep(0.2)
    with site_lock(tmp_path, "kabar"):
        assert process.wait(timeout=patience(5)) != 0


def test_a_holder_within_its_budget_is_left_alone(tmp_path, holder):
    process = holder(budget=3600)
    with pytest.raises(LockedError), site_lock(tmp_path, "kabar"):
        pass
    assert process.poll() is None


def test_the_lock_is_free_after_the_block_even_after_an_error(tmp_path):
    with pytest.raises(RuntimeError), site_lock(tmp_path, "kabar"):
        raise RuntimeError
    assert Holder.read(holder_path(tmp_path, "kabar")) is None
    with site_lock(tmp_path, "kabar"):
        pass


def test_the_same_process_cannot_hold_a_site_twice(tmp_path):
    with site_lock(tmp_path, "kabar"):
        with pytest.raises(LockedError, match=f"process {os.getpid()} on"), site_lock(tmp_path, "kabar"):
            pass
        assert Holder.read(holder_path(tmp_path, "kabar")) is not None
        with pytest.raises(LockedError), site_lock(tmp_path, "kabar"):
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
