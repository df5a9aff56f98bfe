"""What the fork server starts is as a new Python would have it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests import processes
from tests.patience import end_of, patience, wait_until

ROOT = Path(__file__).resolve().parents[1]
FULL = Path("/dev/full")
PIPES: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}


def words(*args: str) -> list[str]:
    return [sys.executable, "-m", "tests.told", *args]


def begun(*args: str, **options: Any) -> processes.Process:
    """What the server started."""
    process = processes.begin(words(*args), **({"cwd": ROOT, "text": True} | PIPES | options))
    assert isinstance(process, processes.Process)
    return process


def both(*args: str, text: str = "", **options: Any) -> list[tuple[str, str, int]]:
    """What a new Python printed and its exit status, and what the server's did."""
    by_server = begun(*args, **options)
    by_python = subprocess.Popen(words(*args), **({"cwd": ROOT, "text": True} | PIPES | options))
    done = []
    for process in (by_python, by_server):
        out, err = process.communicate(text, timeout=patience(60))
        done.append((out, err, process.returncode))
    return done


@pytest.mark.parametrize(("session", "unbuffered"), [(False, ""), (True, "1")])
def test_it_sees_what_a_new_python_sees(session: bool, unbuffered: str, tmp_path: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT), "NEWSCRAWL_DATA": "di sini \udcff"}
    environment["PYTHONUNBUFFERED"] = unbuffered
    options = {"cwd": tmp_path, "env": environment, "start_new_session": session}
    by_python, by_server = both("satu", "dua \udcff", "", **options)
    assert json.loads(by_server[0]) == json.loads(by_python[0])
    assert by_server[1:] == by_python[1:] == ("", 0)


@pytest.mark.parametrize(
    ("args", "ends"),
    [
        (("status", "3"), ("", "", 3)),
        (("say", "tidak ada"), ("", "tidak ada\n", 1)),
        (("turn",), ("adap", "", 0)),
    ],
)
def test_it_ends_with_the_same_words_and_status(args: tuple[str, ...], ends: tuple[str, str, int]) -> None:
    assert both(*args, text="pada") == [ends, ends]


def test_what_is_raised_is_shown() -> None:
    by_python, by_server = both("raise")
    assert by_server[2] == by_python[2] == 1
    assert by_server[1].splitlines()[-1] == by_python[1].splitlines()[-1] == "ValueError: rusak"


def test_what_waits_to_be_written_is_written_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    with path.open("w") as file:
        assert begun("leave", stdout=file, stderr=subprocess.STDOUT).wait(patience(60)) == 0
    assert path.read_text() == "belum tertulis\nselesai\n"


@pytest.mark.skipif(not FULL.exists(), reason="there is no full disk")
def test_what_cannot_be_written_at_the_end_is_an_error() -> None:
    with FULL.open("w") as full:
        (_, by_python, status), (_, by_server, other) = both("leave", stdout=full)
    assert other == status != 0
    assert (
        by_server.splitlines()[-1]
        == by_python.splitlines()[-1]
        == "OSError: [Errno 28] No space left on device"
    )


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_as_it_would(number: signal.Signals) -> None:
    with begun("sleep") as process:
        assert process.stdout.readline() == "asleep\n"
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0.1)
        assert process.poll() is None
        process.send_signal(number)
        assert process.wait(patience(60)) == -number
    with pytest.raises(ProcessLookupError):
        os.kill(process.pid, 0)


def test_many_run_at_once_and_no_two_draw_the_same_numbers() -> None:
    every = [begun("random") for _ in range(8)]
    assert len({end_of(process).stdout for process in every}) == 8


def test_a_pipe_ends_with_what_was_started() -> None:
    with begun("sleep") as one, begun("turn") as other:
        assert one.stdout.readline() == "asleep\n"
        assert other.communicate("pada", timeout=patience(60)) == ("adap", "")
        one.kill()
        assert one.communicate(timeout=patience(60)) == ("", "")


@pytest.mark.parametrize(
    "variables",
    [{"TZ": "Asia/Jayapura"}, {"PYTHONPATH": f"/lain{os.pathsep}{ROOT}"}, {"LC_ALL": "C"}],
    ids="".join,
)
def test_another_environment_is_for_a_new_python(variables: dict[str, str]) -> None:
    process = processes.begin(words(), cwd=ROOT, env=os.environ | variables, **PIPES)
    assert not isinstance(process, processes.Process)
    assert variables.items() <= json.loads(process.communicate()[0])["environment"].items()


def test_the_server_ends_with_the_process_that_tests() -> None:
    code = "from tests import processes; processes.run(['{}', '-m', 'tests.told', 'status', '0'])"
    code += "; print(processes._server()._process.pid)"
    done = subprocess.run(
        [sys.executable, "-c", code.format(sys.executable)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    server = Path(f"/proc/{int(done.stdout)}")
    wait_until(lambda: not (server / "fd").exists(), "the end of the server")
