"""``newscrawl cron``: lines that work, put into a crontab without harm to anybody else's."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import processes
from tests.patience import patience

OTHERS = (
    b"# mine\nMAILTO=me@example.id\n\n0  5\t* * *   /usr/bin/backup --date=$(date +\\%F)  # nightly\n"
    b"@reboot /usr/bin/thing\n*/5 * * * * echo 'newscrawl:news' > /tmp/x # see newscrawl:news\xc3\xa9"
)


def cron(folder: Path, *args: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "newscrawl", "cron", *args]
    variables = os.environ | {"NEWSCRAWL_DATA": str(folder / "data")} | environment
    return processes.run(
        command, cwd=folder, env=variables, capture_output=True, text=True, check=False, timeout=patience(60)
    )


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "crontab"
    path.write_bytes(OTHERS)
    return path


def lines_of(done: subprocess.CompletedProcess[str]) -> list[str]:
    return [line for line in done.stdout.splitlines() if not line.startswith("#")]


def test_a_line_is_whole_and_says_how_its_time_was_converted(tmp_path):
    done = cron(tmp_path, "kompas", "--region=Bali", "--at=05:00", "--machine-zone=Etc/UTC")
    assert done.returncode == 0, done.stderr
    (line,) = lines_of(done)
    assert line.startswith(f"0 22 * * * cd {tmp_path} && timeout --kill-after=60 3900 /")
    assert (
        f"newscrawl run kompas --region=Bali --data={tmp_path}/data --budget=60 --quiet --heartbeat" in line
    )
    assert f">> {tmp_path}/newscrawl-news.log 2>&1 # newscrawl:news at 05:00 Asia/Jakarta" in line
    assert "clock shows Etc/UTC" in done.stdout


def test_the_line_runs_as_the_shell_of_cron_reads_it(tmp_path):
    """With a folder and an argument that need care: blanks, a quote, a percent sign."""
    folder = tmp_path / "berita 100% 'kita'"
    folder.mkdir()
    done = cron(folder, "kompas", "--every=1h", "-a", "query=gempa 50%", "-a", "limit=0")
    assert done.returncode == 2  # limit=0 is refused here, and not at five in the morning
    assert "limit" in done.stderr
    addresses = folder / "daftar.txt"
    addresses.touch()
    done = cron(folder, "kompas", "--every=1h", "-a", "query=gempa 50%", "-a", f"urls={addresses}")
    addresses.unlink()
    (line,) = lines_of(done)
    command = line.split(maxsplit=5)[5].replace(r"\%", "%")  # what cron hands to the shell
    assert "%" not in line.replace(r"\%", "")
    subprocess.run(["/bin/sh", "-c", command], check=False, timeout=patience(60))
    log = (folder / "newscrawl-news.log").read_text()
    assert str(addresses) in log


def test_installing_twice_is_installing_once_and_removing_leaves_what_was(tmp_path, table):
    asked = ("kompas", "--at=05:00,17:30", f"--crontab={table}")
    first = cron(tmp_path, *asked, "--install")
    assert first.returncode == 0, first.stderr
    assert "installed job 'news'" in first.stdout
    once = table.read_bytes()
    assert once.startswith(OTHERS + b"\n")
    assert once.count(b"# newscrawl:news at") == 2
    again = cron(tmp_path, *asked, "--install")
    assert "there already" in again.stdout
    assert table.read_bytes() == once
    removed = cron(tmp_path, "--remove", f"--crontab={table}")
    assert removed.returncode == 0
    assert table.read_bytes() == OTHERS + b"\n"


def test_a_job_that_changes_replaces_its_own_lines_only(tmp_path, table):
    cron(tmp_path, "kompas", "--at=05:00", f"--crontab={table}", "--install")
    cron(tmp_path, "detik", "--at=06:00", "--name=other", f"--crontab={table}", "--install")
    cron(tmp_path, "tempo", "--at=07:00", f"--crontab={table}", "--install")
    text = table.read_text()
    assert "run kompas" not in text
    assert "run detik" in text
    assert "run tempo" in text
    removed = cron(tmp_path, "--remove", f"--crontab={table}")
    assert "still there: other" in removed.stdout
    assert "run detik" in table.read_text()


def test_a_broken_crontab_is_left_alone_and_its_line_named(tmp_path):
    table = tmp_path / "crontab"
    table.write_text("# mine\n99 5 * * * /usr/bin/x\n", encoding="utf-8")
    done = cron(tmp_path, "kompas", "--at=05:00", "--install", f"--crontab={table}")
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert "line 2" in line
    assert table.read_text(encoding="utf-8") == "# mine\n99 5 * * * /usr/bin/x\n"


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        (["kompas", "kompos", "--at=05:00"], "kompos"),
        (["--at=05:00"], "--all"),
        (["kompas", "--at=05:00", "-a", "nonsense=1"], "nonsense"),
        (["--remove", "--at=05:00"], "--at"),
        (["kompas", "--at=05:00", "--budget=x"], "--budget"),
    ],
)
def test_bad_usage_is_status_2_and_named(tmp_path, asked, named):
    done = cron(tmp_path, *asked, "--machine-zone=Etc/UTC")
    assert done.returncode == 2
    assert named in done.stderr
    assert "Traceback" not in done.stderr


def test_a_log_that_cannot_be_written_is_said_before_anything_is_installed(tmp_path, table):
    done = cron(tmp_path, "kompas", "--at=05:00", f"--log={table}/run.log", f"--crontab={table}", "--install")
    assert done.returncode == 5
    assert "run.log" in done.stderr
    assert table.read_bytes() == OTHERS


def test_a_machine_without_crontab_is_one_line(tmp_path):
    done = cron(tmp_path, "kompas", "--at=05:00", "--install", PATH="/nonexistent")
    assert done.returncode == 1
    assert "systemd" in done.stderr


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze is not installed")
def test_systemd_takes_the_units(tmp_path):
    done = cron(tmp_path, "kompas", "--at=05:00,17:30", "--days=mon-fri", "--systemd", "-a", "query=50%")
    parts = done.stdout.split("# ~/.config/systemd/user/")[1:]
    paths = []
    for part in parts:
        name, _, text = part.partition("\n")
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        paths.append(str(path))
    checked = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *paths], capture_output=True, text=True, check=False
    )
    complaints = [line for line in checked.stderr.splitlines() if "newscrawl-news" in line]
    assert complaints == []
    assert "query=50%%" in parts[0]
