"""What people type to fill, see and change the queue, and what is said where that cannot be."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest

from tests.cli.commands.calling import newscrawl
from tests.fleet.workers import Fleet, records
from tests.newsroom.faults import Fault
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.kinds import make_site
from tests.patience import end_of, wait_until
from tests.postgres import base_of, tell

pytest.importorskip("procrastinate", reason="the extra workers is not installed")

SECRET = "rahasia"
HOST = "kabar.example"
COMMANDS = [["worker"], ["enqueue", "afederasi"], ["jobs"], ["schedule", "list"], ["schedule", "run"]]


@pytest.fixture
def newsroom() -> Iterator[Newsroom]:
    with Newsroom([make_site("wordpress", HOST, articles=60)], latency=0.05) as newsroom:
        yield newsroom


@pytest.fixture
def fleet(newsroom: Newsroom, tmp_path: Path, postgres: str) -> Fleet:
    return Fleet(postgres, newsroom.address, tmp_path, {"NEWSCRAWL_LATEST_PAGES": "20"})


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_folder_has_no_queue(tmp_path: Path, words: list[str]) -> None:
    done = newscrawl(tmp_path, *words, "--data=data")
    assert done.returncode == 2
    assert "not in the folder 'data': --data postgresql://USER@HOST/BASE" in done.stderr


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_server_that_is_away_is_one_line_without_the_password(tmp_path: Path, words: list[str]) -> None:
    done = newscrawl(tmp_path, *words, f"--data=postgresql://penulis:{SECRET}@127.0.0.1:1/berita")
    assert (done.returncode, done.stdout) == (5, "")
    assert done.stderr.startswith(
        f"newscrawl {words[0]}: postgresql://penulis@127.0.0.1:1/berita: the server"
    )
    assert SECRET not in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_base_that_is_not_there_is_named(tmp_path: Path, postgres_server: str, words: list[str]) -> None:
    done = newscrawl(tmp_path, *words, f"--data={base_of(postgres_server, 'tak_ada')}")
    assert done.returncode == 5
    assert "/tak_ada: there is no such base" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_role_that_may_only_read_sees_jobs_and_changes_none(tmp_path: Path, postgres: str) -> None:
    newscrawl(tmp_path, "enqueue", "afederasi", f"--data={postgres}")
    role = f"penonton_{os.getpid()}"
    tell(
        postgres,
        f"CREATE ROLE {role} LOGIN PASSWORD '{SECRET}'",
        f"GRANT USAGE ON SCHEMA newscrawl_jobs TO {role}",
        f"GRANT SELECT ON ALL TABLES IN SCHEMA newscrawl_jobs TO {role}",
    )
    parts = urlsplit(postgres)
    host = parts.netloc.rpartition("@")[2]
    reader = urlunsplit(parts._replace(netloc=f"{role}:{SECRET}@{host}"))
    try:
        seen = newscrawl(tmp_path, "jobs", "--json", f"--data={reader}")
        assert json.loads(seen.stdout)["site"] == "afederasi", seen.stderr
        for words in (["enqueue", "kompas"], ["jobs", "cancel", "--all"], ["worker", "--drain"]):
            done = newscrawl(tmp_path, *words, f"--data={reader}")
            assert done.returncode == 5
            assert "the role may not do that" in done.stderr
            assert SECRET not in done.stderr
    finally:
        tell(postgres, f"DROP OWNED BY {role}", f"DROP ROLE {role}")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["worker", "afederasi"], "newscrawl enqueue puts sites into the queue"),
        (["worker", "--at-once=9999"], "one worker takes 500 at the most"),
        (["worker", "-O", "out.jsonl"], "takes no -a, -o or -O"),
        (["enqueue"], "takes sites"),
        (["enqueue", "afederas"], "afederasi"),
        (["enqueue", "afederasi", "--by=month"], "--by takes -a since=DAY"),
        (["enqueue", "afederasi", "--by=month", "-a", "since=kapan"], "kapan"),
        (["enqueue", "afederasi", "-a", "sinc=2020"], "since"),
        (["jobs", "retry"], "takes the numbers of jobs, or --all"),
        (["jobs", "cancel", "tiga"], "'tiga' is no number of a job"),
        (["jobs", "--all"], "goes with retry or cancel"),
        (["schedule", "sett"], "Did you mean set?"),
        (["schedule", "set", "news", "afederasi"], "--every 30m is needed"),
        (["schedule", "set", "news:every 7m", "afederasi"], "must divide the hour or the day"),
        (["schedule", "set", "a b", "afederasi", "--every=1h"], "letters, digits, - and _ only"),
        (["schedule", "set", "news:every 15m"], "takes sites"),
        (["schedule", "set", "--file=none.toml"], "none.toml"),
        (["schedule", "remove"], "takes names of schedules"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value),
)
def test_wrong_usage_is_said(tmp_path: Path, words: list[str], message: str) -> None:
    done = newscrawl(tmp_path, *words, "--data=postgresql://penulis@127.0.0.1:1/berita")
    assert done.returncode == 2
    assert message in done.stderr


def test_a_backfill_is_a_job_a_month(tmp_path: Path, postgres: str) -> None:
    words = ["-a", "since=2026-01-15", "-a", "until=2026-03-10", "--by=month", f"--data={postgres}"]
    done = newscrawl(tmp_path, "enqueue", "afederasi", *words)
    assert done.stdout == "3 jobs put into the queue\n", done.stderr
    assert (
        newscrawl(tmp_path, "enqueue", "afederasi", *words).stdout
        == "0 jobs put into the queue, 3 there already\n"
    )
    lines = newscrawl(tmp_path, "jobs", "--json", f"--data={postgres}").stdout.splitlines()
    assert [json.loads(line)["arguments"] for line in lines] == [
        {"since": "2026-01-15", "until": "2026-01-31"},
        {"since": "2026-02-01", "until": "2026-02-28"},
        {"since": "2026-03-01", "until": "2026-03-10"},
    ]
    table = newscrawl(tmp_path, "jobs", f"--data={postgres}").stdout
    assert "since=2026-02-01 until=2026-02-28" in table
    assert table.endswith("3 waiting, 0 running, 0 failed, 0 cancelled, 0 done\n")
    by_site = newscrawl(tmp_path, "jobs", "--by-site", "--json", f"--data={postgres}").stdout
    assert json.loads(by_site) == {
        "site": "afederasi", "waiting": 3, "running": 0, "failed": 0, "cancelled": 0, "done": 0
    }  # fmt: skip


def test_schedules_are_set_listed_and_removed(tmp_path: Path, postgres: str) -> None:
    data = f"--data={postgres}"
    done = newscrawl(tmp_path, "schedule", "set", "news:every 15m", "afederasi", "--region=Bali", data)
    assert done.stdout == "set: news, every 15m\n", done.stderr
    (tmp_path / "plan.toml").write_text(
        '[schedule.dawn]\nsites = ["kompas"]\nat = "05:00"\ndays = "mon-fri"\nbudget = 10\n'
        "arguments = { limit = 5, fresh = true }\n"
    )
    assert newscrawl(tmp_path, "schedule", "set", "--file=plan.toml", data).stdout == "set: dawn, at 05:00\n"
    listed = newscrawl(tmp_path, "schedule", "list", data).stdout.splitlines()
    assert listed[0].startswith("dawn: at 05:00, kompas; due last ")
    assert listed[1].startswith("news: every 15m, afederasi, region Bali; due last ")
    told = json.loads(newscrawl(tmp_path, "schedule", "list", "--json", data).stdout.splitlines()[0])
    assert told | {"budget": 600, "arguments": {"limit": "5", "fresh": "1"}} == told
    removed = newscrawl(tmp_path, "schedule", "remove", "news", "noon", data)
    assert (removed.returncode, removed.stdout) == (1, "removed: news\nthere is no schedule 'noon'\n")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[schedule]\n", "there is no table [schedule.NAME]"),
        ("[schedule.a]\nevry = '1h'\n", "schedule.a.evry"),
        ("[schedule.a]\nsites = [\n", "plan.toml"),
    ],
    ids=["no table", "unknown word", "no TOML"],
)
def test_a_file_of_schedules_that_is_wrong_is_said(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "plan.toml").write_text(text)
    data = "--data=postgresql://penulis@127.0.0.1:1/berita"
    done = newscrawl(tmp_path, "schedule", "set", "--file=plan.toml", data)
    assert done.returncode == 2
    assert message in done.stderr


def due_now(postgres: str) -> None:
    tell(postgres, "UPDATE newscrawl_jobs.schedules SET due = due - interval '2 days'")


def test_a_scheduler_beside_a_worker_puts_in_what_is_due(fleet: Fleet, postgres: str) -> None:
    fleet.do("schedule", "set", "news:every 24h", f"https://{HOST}", "-a", "limit=3")
    due_now(postgres)
    schedulers = [fleet.begin("schedule", "run") for _ in range(2)]
    wait_until(lambda: fleet.jobs("--state", "waiting"), "a job")
    worker = fleet.do("worker", "--drain", "--no-schedules")
    assert ": fine, 3 articles" in worker.stdout, worker.stderr
    for scheduler in schedulers:
        scheduler.send_signal(signal.SIGTERM)
    assert [end_of(scheduler).returncode for scheduler in schedulers] == [0, 0]
    assert [job["schedule"] for job in fleet.jobs("--state", "done")] == ["news"]


def under_way(fleet: Fleet, newsroom: Newsroom) -> subprocess.Popen[str]:
    """A worker that has begun to crawl."""
    fleet.do("enqueue", f"https://{HOST}")
    worker = fleet.begin("worker")
    wait_until(lambda: len(newsroom.log) > 8, "some requests")
    return worker


def test_a_signal_gives_back_what_is_left_and_loses_nothing(fleet: Fleet, newsroom: Newsroom) -> None:
    worker = under_way(fleet, newsroom)
    worker.send_signal(signal.SIGTERM)
    ended = end_of(worker)
    assert ended.returncode == 0, ended.stderr
    assert "stopped by a signal; again in 0 s" in ended.stdout
    (job,) = fleet.jobs()
    assert (job["state"], job["note"]) == ("waiting", "a worker was stopped; another goes on")
    rest = fleet.do("worker", "--drain")
    assert rest.returncode == 0
    pages = Counter(record.target for record in newsroom.log if record.article)
    assert [page for page, count in pages.items() if count > 1] == []
    assert len(records(fleet.data)) == 60


def test_a_job_that_runs_can_be_called_off(fleet: Fleet, newsroom: Newsroom) -> None:
    worker = under_way(fleet, newsroom)
    assert fleet.do("jobs", "cancel", "1").stdout == "1 job called off\n"
    wait_until(lambda: [job["state"] for job in fleet.jobs("--state", "cancelled")], "the end of the job")
    worker.send_signal(signal.SIGTERM)
    assert end_of(worker).returncode == 0
    assert len(newsroom.log.articles(HOST)) < 60


def test_a_site_that_fails_is_a_failed_job_and_status_1(fleet: Fleet, newsroom: Newsroom) -> None:
    newsroom.fault(HOST, "*", Fault.status(500))
    fleet.settings["RETRY_TIMES"] = "0"
    fleet.do("schedule", "set", "news:every 24h", f"https://{HOST}")
    due_now(fleet.data)
    worker = fleet.begin("worker", "--notify", "json://127.0.0.1:1/")
    wait_until(lambda: fleet.jobs("--state", "failed"), "a failed job")
    worker.send_signal(signal.SIGTERM)
    assert end_of(worker).returncode == 1
    jobs = fleet.jobs("--state", "failed")
    assert jobs[0]["site"] == f"site:https://{HOST}"
    assert jobs[0]["note"]
    shown = fleet.do("jobs")
    assert shown.returncode == 1
    assert fleet.do("jobs", "retry", "--all").stdout == "1 job put back into the queue\n"


def test_a_service_for_workers_is_printed_without_a_password(tmp_path: Path) -> None:
    data = "--data=postgresql://penulis@db.example/berita"
    unit = newscrawl(tmp_path, "worker", "--systemd", "--at-once=8", "--no-schedules", data).stdout
    assert f"WorkingDirectory={tmp_path}\n" in unit
    assert f" worker --at-once=8 --no-schedules --quiet {data}\n" in unit
    assert "newscrawl-worker@1" in unit
    refused = newscrawl(tmp_path, "worker", "--systemd", f"--data=postgresql://penulis:{SECRET}@db.example/b")
    assert refused.returncode == 2
    assert SECRET not in refused.stderr
