"""Ctrl-C is one line and the documented status, whatever a command is at."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.settings import default_settings

from newscrawl.runs.startup import run_until_done
from tests.crawling import ROOT, crawl
from tests.crawling_runs import begin, words
from tests.newsroom.faults import Fault
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.varient import VarientOneSite
from tests.patience import end_of, patience, wait_until

HOST = "afederasi.com"
INTERRUPTED = (130, "newscrawl: interrupted\n")

LOADING = """\
import os, signal, sys

class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == {name!r}:
            try:
                os.kill(os.getpid(), signal.SIGINT)
                for _ in range(1000):
                    pass
            except KeyboardInterrupt:
                raise ImportError("a library that takes the interrupt for something else") from None

sys.meta_path.insert(0, Finder())
from newscrawl.cli import main
sys.argv = ["newscrawl", *{words!r}]
main()
"""


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("newscrawl.cli.entry", ["version"]),
        ("newscrawl.cli.commands.search", ["search", "banjir"]),
        ("newscrawl.settings", ["search", "banjir"]),
        ("scrapy.cmdline", ["list"]),
        ("scrapy.crawler", ["crawl", "afederasi"]),
    ],
)
def test_ctrl_c_while_a_command_loads(name: str, words: list[str], tmp_path: Path) -> None:
    code = LOADING.format(name=name, words=words)
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == INTERRUPTED


def test_nothing_is_loaded_before_ctrl_c_is_one_line() -> None:
    """Until the command begins, Python makes a traceback of Ctrl-C, and people press it at once."""
    code = (
        "import sys; before = set(sys.modules); from newscrawl.cli import main;"
        "print(*sorted(set(sys.modules) - before))"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", code],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["newscrawl", "newscrawl.cli"]


def test_an_interrupt_in_a_class_that_is_made_is_one_line_too(tmp_path: Path) -> None:
    """Of enum's members an interrupt is only the cause of what Python raises."""
    code = (
        "import sys\n"
        "class Finder:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'newscrawl.cli.interrupts':\n"
        "            raise RuntimeError('Error calling __set_name__') from KeyboardInterrupt()\n"
        "sys.meta_path.insert(0, Finder())\n"
        "from newscrawl.cli import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == INTERRUPTED


class StopsWhileOpening:
    """An extension of Scrapy's that has Ctrl-C pressed before the engine runs."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> StopsWhileOpening:
        extension = cls()
        crawler.signals.connect(extension.spider_opened, signal=signals.spider_opened)
        return extension

    async def spider_opened(self) -> None:
        os.kill(os.getpid(), signal.SIGINT)


def test_ctrl_c_while_the_engine_opens_ends_a_crawl_in_order(tmp_path: Path) -> None:
    extensions = default_settings.EXTENSIONS_BASE | {f"{__name__}.StopsWhileOpening": 1}
    with Newsroom([VarientOneSite(HOST, articles=3)]) as newsroom:
        settings = {"EXTENSIONS_BASE": json.dumps(extensions)}
        done = crawl("afederasi", newsroom.address, tmp_path, settings=settings, parts_of_tests=True)
        again = crawl("afederasi", newsroom.address, tmp_path)
    assert "fine: stopped by a signal" in done.printed
    assert done.status == 0
    assert len(again.records) == 3


@pytest.mark.parametrize("command", ["probe", "urls", "extract"])
def test_a_look_that_is_interrupted_says_so_and_nothing_of_the_site(command: str, tmp_path: Path) -> None:
    with Newsroom([VarientOneSite(HOST, articles=3)]) as newsroom:
        newsroom.fault(HOST, "*", Fault.slow(86400))
        looking = begin(words(command, newsroom.address, f"https://{HOST}/"), tmp_path)
        wait_until(lambda: len(newsroom.log), "the first request")
        looking.send_signal(signal.SIGINT)
        stopped = end_of(looking)
    assert (stopped.returncode, stopped.stderr.splitlines()[-1:]) == (130, ["newscrawl: interrupted"])
    assert "no article" not in stopped.stdout + stopped.stderr


class Leaving:
    """Leaves its own handling of signals behind, as Scrapy does."""

    def start(self) -> None:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_IGN)


def test_after_a_crawl_signals_do_what_they_did_before() -> None:
    numbers = (signal.SIGINT, signal.SIGTERM)
    before = [signal.getsignal(number) for number in numbers]
    run_until_done(Leaving())  # type: ignore[arg-type]
    assert [signal.getsignal(number) for number in numbers] == before


HELPERS = """\
import os, signal, sys, time
from newscrawl.warc.processes import in_order

def work(number):
    print(number, flush=True)
    time.sleep(86400)

if __name__ == "__main__":
    try:
        list(in_order(work, range(4), workers=2))
    except KeyboardInterrupt:
        sys.exit(130)
"""


def test_helping_processes_end_by_ctrl_c_without_a_word(tmp_path: Path) -> None:
    program = tmp_path / "helpers.py"
    program.write_text(HELPERS, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, program],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout
    process.stdout.readline()
    # A terminal tells all of them.
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=patience(60))
    assert (process.returncode, err) == (130, "")
