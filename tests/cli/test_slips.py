"""What people write wrongly is answered in one line that says what to write, and nothing is fetched."""

from __future__ import annotations

from pathlib import Path

import pytest

from newscrawl.record.outcome import ExitStatus
from tests.cli.commands.calling import newscrawl


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        ("-a limit=abc", "Argument 'limit=abc': this is no whole number."),
        ("-a limit=0", "Argument 'limit=0': the least is 1."),
        ("-a limit=9999999999", "Argument 'limit=9999999999': the most is 1000000000."),
        ("-a fresh=perhaps", "Argument 'fresh=perhaps': write 1 for yes or 0 for no."),
        ("-a from=mars", "Argument 'from=mars': write 'site', 'wayback' or 'commoncrawl'."),
        ("-O news.xlsx", "crawl first, then newscrawl export --output news.xlsx"),
        ("-O news.jsonl.gz", "crawl first, then newscrawl export --output news.jsonl.gz"),
        ("-O news", "news: no form that a crawl writes; end it in .jsonl, .csv or .json"),
        ("-O news:kertas", "news:kertas: no form that a crawl writes"),
        ("-s DOWNLOAD_DELAY=lama", "DOWNLOAD_DELAY=lama: this is no number"),
        ("-s NEWSCRAWL_STALL_SECONDS=x", "NEWSCRAWL_STALL_SECONDS=x: this is no number"),
        ("-s HTTPCACHE_ENABLED=mungkin", "HTTPCACHE_ENABLED=mungkin: write 1 for yes or 0 for no."),
        ("-s NEWSCRAWL_REVISIT=foo", "NEWSCRAWL_REVISIT=foo: 'foo' is no age"),
        ("-s NEWSCRAWL_REVIST=1h", "there is no such setting. Did you mean NEWSCRAWL_REVISIT"),
        ("-s NEWSCRAWL_FILES=x", "-s NEWSCRAWL_FILES: this is a variable of the environment"),
        ("-L keras", "LOG_LEVEL=keras: write one of DEBUG, INFO, WARNING, ERROR, CRITICAL."),
    ],
)
def test_a_slip_is_answered_with_what_to_write(given: str, answer: str, tmp_path: Path) -> None:
    done = newscrawl(tmp_path, "crawl", "afederasi", *given.split())
    assert done.returncode == ExitStatus.BAD_USAGE
    assert answer in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        ("-s NEWSCRAWL_DATEN=x", "-s NEWSCRAWL_DATEN: there is no such setting. Did you mean NEWSCRAWL_DATA"),
        ("-s NEWSCRAWL_PURE=1", "-s NEWSCRAWL_PURE: this is a variable of the environment"),
        ("-s NEWSCRAWL_SITES_AT_ONCE=banyak", "NEWSCRAWL_SITES_AT_ONCE=banyak: this is no number"),
    ],
)
@pytest.mark.parametrize("command", ["search banjir", "export --output -", "cron kompas --at 05:00"])
def test_commands_without_an_engine_know_the_settings_too(
    command: str, given: str, answer: str, tmp_path: Path
) -> None:
    done = newscrawl(tmp_path, *command.split(), *given.split())
    assert done.returncode == ExitStatus.BAD_USAGE
    assert answer in done.stderr
