"""``newscrawl run``: many sites in one process, ended in good order, with a status that tells."""

from __future__ import annotations

import json
import re
import signal
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from newscrawl.archive import Archive
from newscrawl.runs.locks import site_lock
from newscrawl.runs.session import RUN_ID
from tests.archive.disks import read_only
from tests.crawling_runs import begin, run, words
from tests.newsroom.faults import Fault
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.varient import VarientOneSite
from tests.newsroom.sites.wordpress import WordPressSite
from tests.patience import end_of, slowness, wait_until

ONE, TWO = "afederasi.com", "beritamanado.com"
SITES = ("afederasi", "beritamanado")


@pytest.fixture
def newsroom() -> Iterator[Newsroom]:
    with Newsroom(
        [
            VarientOneSite(ONE, articles=12),
            WordPressSite(TWO, articles=12, permalink="name", split_every=1000),
        ]
    ) as newsroom:
        yield newsroom


def stored(folder: Path) -> int:
    with Archive.open(folder / "data", create=False) as archive:
        return int(archive.database.all("SELECT count(*) FROM articles")[0][0])


def row(printed: str, site: str) -> list[str]:
    return next(line.split() for line in printed.splitlines() if line.startswith(f"{site} "))


def test_a_run_ends_with_a_table_and_its_runs_are_in_the_archive(newsroom, tmp_path):
    done = run(newsroom.address, tmp_path, *SITES)
    assert done.returncode == 0, done.stderr
    for site in SITES:
        assert row(done.stdout, site)[:4] == [site, "fine", "12", "12"]
    assert "2 sites (2 fine), 24 articles" in done.stdout
    with Archive.open(tmp_path / "data", create=False) as archive:
        runs = archive.runs.all()
    assert {each.site for each in runs} == set(SITES)
    assert len({each.counts[RUN_ID] for each in runs}) == 1
    again = run(newsroom.address, tmp_path, *SITES, "--quiet")
    assert (again.returncode, again.stdout) == (0, "")


def test_more_sites_than_are_crawled_at_once_follow_one_another(newsroom, tmp_path):
    done = run(newsroom.address, tmp_path, *SITES, settings={"NEWSCRAWL_SITES_AT_ONCE": "1"})
    assert done.returncode == 0
    assert stored(tmp_path) == 24
    first, second = newsroom.log.to(ONE), newsroom.log.to(TWO)
    assert first[-1].at < second[0].at


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_lets_what_is_under_way_be_stored_and_asks_for_nothing_more(number, newsroom, tmp_path):
    newsroom.fault("*", "/[a-z]*-*-*", Fault.slow(0.3))
    slow = {"DOWNLOAD_DELAY": "1"}
    process = begin(words("run", newsroom.address, *SITES, settings=slow), tmp_path)
    wait_until(lambda: len(newsroom.log.to(ONE, "/[a-z]*-*-*")) >= 2, "the second article")
    process.send_signal(number)
    done = end_of(process)
    assert done.returncode == 0, done.stderr
    assert "stopped by a signal" in done.stdout
    pages = newsroom.log.to(ONE, "/[a-z]*-*-*") + newsroom.log.to(TWO, "/[a-z]*-*-*")
    assert 2 <= len(pages) < 12
    assert stored(tmp_path) == len(pages)
    newsroom.clear_faults()
    whole = run(newsroom.address, tmp_path, *SITES)
    assert whole.returncode == 0
    assert stored(tmp_path) == 24


def test_a_long_delay_does_not_hold_up_a_stop(tmp_path):
    # Of a delay without end the limit of ``end_of`` would be the end, however slow the machine is.
    settings = {"NEWSCRAWL_CRAWL_DELAY_MAX": "86400"}
    with Newsroom([VarientOneSite(ONE, articles=12, crawl_delay=86400)]) as newsroom:
        process = begin(words("run", newsroom.address, "afederasi", settings=settings), tmp_path)
        wait_until(lambda: len(newsroom.log.to(ONE)) >= 1, "the first request")
        time.sleep(1)
        process.terminate()
        done = end_of(process)
        assert len(newsroom.log.to(ONE)) <= 2
    assert "stopped by a signal" in done.stdout


def test_a_second_signal_ends_the_run_at_once(newsroom, tmp_path):
    newsroom.fault("*", "/[a-z]*-*-*", Fault.slow(86400))
    log, settings = tmp_path / "run.log", {"DOWNLOAD_TIMEOUT": "86400"}
    options = ("afederasi", "--loglevel=INFO", f"--logfile={log}")
    process = begin(words("run", newsroom.address, *options, settings=settings), tmp_path)
    wait_until(lambda: newsroom.log.to(ONE, "/[a-z]*-*-*"), "the first article")
    process.terminate()
    # Two signals that come before the process gets to the first are one.
    wait_until(lambda: "shutting down gracefully" in log.read_text(encoding="utf-8"), "the first signal")
    time.sleep(0.5)
    assert process.poll() is None
    process.terminate()
    done = end_of(process)
    assert done.returncode == 1
    assert "cut off" in done.stdout


def test_a_budget_ends_the_run_and_a_site_that_did_not_begin_is_named(newsroom, tmp_path):
    newsroom.fault(ONE, "/*", Fault.slow(0.4))
    settings = {"NEWSCRAWL_SITES_AT_ONCE": "1", "DOWNLOAD_DELAY": "0.5"}
    done = run(newsroom.address, tmp_path, *SITES, "--budget=0.06", settings=settings)
    assert done.returncode == 1
    assert "stopped at its time budget" in done.stdout
    assert "not begun: no time was left for it" in done.stdout
    assert newsroom.log.to(TWO) == []


def test_a_site_budget_ends_the_slow_site_alone(newsroom, tmp_path):
    budget = 6 * slowness()  # enough for the other site, whatever else the machine does
    newsroom.add(VarientOneSite(ONE, articles=12, crawl_delay=budget / 5))
    done = run(newsroom.address, tmp_path, *SITES, f"--site-budget={budget / 60:.3f}")
    assert done.returncode == 0
    assert "stopped at its time budget" in " ".join(row(done.stdout, "afederasi"))
    assert int(row(done.stdout, "afederasi")[2]) < 12
    assert row(done.stdout, "beritamanado")[2] == "12"


def test_a_held_site_is_left_out_and_its_holder_named(newsroom, tmp_path):
    with site_lock(tmp_path / "data", "afederasi"):
        done = run(newsroom.address, tmp_path, *SITES)
        assert done.returncode == 0
        assert f"on {socket.gethostname()} since" in " ".join(row(done.stdout, "afederasi"))
        assert newsroom.log.to(ONE) == []
        alone = run(newsroom.address, tmp_path, "afederasi", "--quiet")
        assert alone.returncode == 4
        assert "afederasi" in alone.stdout


def test_one_dead_site_fails_alone(newsroom, tmp_path):
    newsroom.fault(ONE, "*", Fault.reset())
    done = run(newsroom.address, tmp_path, *SITES, "--quiet", settings={"RETRY_TIMES": "0"})
    assert done.returncode == 1
    assert row(done.stdout, "afederasi")[1] == "failed"
    assert "beritamanado" not in done.stdout
    assert stored(tmp_path) == 12


def test_a_folder_that_cannot_be_written_is_storage_trouble(newsroom, tmp_path):
    (tmp_path / "data").mkdir()
    with read_only(tmp_path / "data"):
        done = run(newsroom.address, tmp_path, *SITES)
    assert done.returncode == 5
    assert "data folder" in done.stdout
    assert "Traceback" not in done.stderr


def test_a_log_that_cannot_be_written_is_one_line(newsroom, tmp_path):
    done = run(newsroom.address, tmp_path, *SITES, "--logfile=/proc/none/run.log")
    assert done.returncode == 5
    assert len(done.stderr.splitlines()) == 1
    assert "/proc/none/run.log" in done.stderr


def test_an_unknown_site_in_a_list_is_named_before_anything_is_asked(newsroom, tmp_path):
    done = run(newsroom.address, tmp_path, "afederasi", "beritamando")
    assert done.returncode == 2
    assert "beritamando" in done.stderr
    assert "Did you mean" in done.stderr
    assert len(newsroom.log) == 0


def test_where_nobody_watches_plain_lines_tell_how_far_it_is(newsroom, tmp_path):
    newsroom.latency = 0.05
    done = run(newsroom.address, tmp_path, *SITES, settings={"NEWSCRAWL_PROGRESS_SECONDS": "0.2"})
    lines = [line for line in done.stdout.splitlines() if " sites done, " in line]
    assert len(lines) >= 2
    assert "requests queued" in lines[0]
    assert all(char == "\n" or char.isprintable() for char in done.stdout)


def test_json_log_lines_name_the_run_and_the_site(newsroom, tmp_path):
    newsroom.fault(ONE, newsroom.site(ONE).path(newsroom.site(ONE).book.brief(1)), Fault.forbidden())
    done = run(newsroom.address, tmp_path, *SITES, "--json-log", "--quiet")
    lines = [json.loads(line) for line in done.stderr.splitlines()]
    assert len({line["run"] for line in lines}) == 1
    assert set(SITES) <= {line["site"] for line in lines}
    assert any("http-403" in line["message"] and line["level"] == "WARNING" for line in lines)


def test_what_shall_follow_a_run_follows_it(newsroom, tmp_path):
    listed = "export --output '{day} semua.csv' --columns site,title --spreadsheet"
    done = run(newsroom.address, tmp_path, *SITES, "--quiet", "--heartbeat", "--then", listed)
    (sheet,) = tmp_path.glob("* semua.csv")
    assert len(sheet.read_text("utf-8").splitlines()) == 25
    assert done.returncode == 0, done.stderr
    assert re.fullmatch(
        r"\d{4}-\d\d-\d\d \d\d:\d\d WIB: 2 sites \(2 fine\), 24 articles, \d+ failures\n", done.stdout
    )
    failing = run(newsroom.address, tmp_path, *SITES, "--quiet", "--then", "export --output tidak/ada.csv")
    assert failing.returncode == 1
    assert "make it first" in failing.stdout
    assert "--then 'export --output tidak/ada.csv' ended with status" in failing.stderr
    empty = "export --output kosong.csv --words tidakadakatanya"
    assert run(newsroom.address, tmp_path, *SITES, "--quiet", "--then", empty).returncode == 0


def test_sites_without_a_file_are_crawled_beside_others(tmp_path):
    others = ["kabar-satu.example", "kabar-dua.example"]
    with Newsroom([VarientOneSite(host, articles=4) for host in (ONE, *others)]) as newsroom:
        asked = [f"site:https://{others[0]}", f"https://{others[1]}", "afederasi"]
        done = run(newsroom.address, tmp_path, *asked)
    assert done.returncode == 0, done.stdout + done.stderr
    for site in (*(f"site:https://{host}" for host in others), "afederasi"):
        assert row(done.stdout, site)[:4] == [site, "fine", "4", "4"]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["--then", "eksport --output a.csv"], "there is no command 'eksport'. Did you mean"),
        (["--then", "crawl kompas"], "what crawls is a run of its own"),
        (["--then", "export 'a"], "No closing quotation"),
        (["site:ftp://a.example"], "site:ftp://a.example"),
    ],
)
def test_what_cannot_follow_or_be_crawled_is_named(tmp_path, words, line):
    done = run("http://127.0.0.1:9", tmp_path, "afederasi", *words)
    assert done.returncode == 2
    assert line in done.stderr


def test_watches_are_told_after_a_run_and_a_crawl(newsroom, tmp_path, webhook):
    added = end_of(
        begin(
            [sys.executable, "-m", "newscrawl", "watch", "add", "warga", "--notify", webhook.address],
            tmp_path,
        )
    )
    assert added.returncode == 0, added.stderr
    done = run(newsroom.address, tmp_path, "afederasi")
    (message,) = webhook.got
    assert f"watch warga: {message['title'].split()[0]} new article" in done.stdout
    assert "https://afederasi.com/" in message["message"]
    again = run(newsroom.address, tmp_path, "afederasi", command="crawl")
    assert again.returncode == 0
    assert len(webhook.got) == 1
