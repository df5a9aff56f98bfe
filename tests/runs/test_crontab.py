"""A crontab is changed in our own lines alone, or not at all."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from newscrawl.runs.crontab import Crontab, CrontabError
from newscrawl.runs.job import Job, marked
from newscrawl.runs.schedule import ScheduleError, read_schedule

SCHEDULE = read_schedule(at="05:00", every=None, days=None, zone="Asia/Jakarta")
LINE = "0 22 * * * true # newscrawl:news at 05:00 Asia/Jakarta"


def job(tmp_path: Path, name: str = "news", *words: str) -> Job:
    return Job(name, SCHEDULE, words, 3600.0, tmp_path, tmp_path / "data", tmp_path / "log")


@pytest.mark.parametrize(
    "broken",
    [
        "0 5 * * /usr/bin/x",
        "0 5 * * *",
        "99 5 * * * /usr/bin/x",
        "0 24 * * * x",
        "0 5 0 * * x",
        "0 5 * 13 * x",
        "0 5 * * 8 x",
        "0 5 * * senin x",
        "*/0 5 * * * x",
        "5-1 5 * * * x",
        "0,,1 5 * * * x",
        "@besok x",
        "@daily",
        "apa ini",
        "\xff\xfe",
    ],
)
def test_a_broken_crontab_is_left_alone_and_its_line_named(tmp_path, broken):
    table = tmp_path / "crontab"
    content = f"# mine\n{broken}\n".encode("latin-1")
    table.write_bytes(content)
    for change in (lambda: Crontab(table).install("news", [LINE]), lambda: Crontab(table).remove("news")):
        with pytest.raises(CrontabError, match=r"line 2|decode"):
            change()
    assert table.read_bytes() == content


@pytest.mark.parametrize(
    "others",
    [
        "",
        "\n",
        "MAILTO=x\n",
        "@daily x\n",
        "*/5 0-23/2 1,15 jan-MAR,12 Mon-fri x\n",
        "0~30 5 * * 7 x\n",
        "# 0 22 * * * true # newscrawl:news at 05:00\n",
        "0 0 1 1 0  a%b\n",
    ],
)
def test_what_others_wrote_stays_byte_for_byte(tmp_path, others):
    table = tmp_path / "crontab"
    table.write_text(others, encoding="utf-8")
    assert Crontab(table).install("news", [LINE])
    assert not Crontab(table).install("news", [LINE])
    assert table.read_text(encoding="utf-8") == f"{others}{LINE}\n"
    assert Crontab(table).jobs() == ["news"]
    assert Crontab(table).remove("news")
    assert table.read_text(encoding="utf-8") == others


def test_a_crontab_that_cannot_be_written_is_one_error(tmp_path):
    with pytest.raises(CrontabError, match="cannot be written"):
        Crontab(tmp_path / "nowhere" / "crontab").install("news", [LINE])


def test_a_line_knows_its_job(tmp_path):
    (line,) = job(tmp_path, "pagi-1").crontab_lines(ZoneInfo("Etc/UTC"), date(2026, 8, 17))
    assert marked(line) == "pagi-1"
    assert marked("0 5 * * * echo newscrawl:news") is None


@pytest.mark.parametrize("name", ["a b", "", "-x", "../x", "a\nb"])
def test_a_name_that_would_break_the_line_is_refused(tmp_path, name):
    with pytest.raises(ScheduleError, match="--name"):
        job(tmp_path, name)


def test_what_cron_cannot_carry_is_refused(tmp_path):
    with pytest.raises(ScheduleError, match="line break"):
        job(tmp_path, "news", "query=a\nb")
    with pytest.raises(ScheduleError, match="998"):
        job(tmp_path, "news", "x" * 1000).crontab_lines(ZoneInfo("Etc/UTC"), date(2026, 8, 17))
