"""The report in a real browser: it draws, its filters filter, and what pages say stays text."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newscrawl.archive import Archive
from newscrawl.archive.copying import copy
from newscrawl.record.outcome import ALARM
from newscrawl.reporting.figures import figures
from tests import processes
from tests.browser import Browser, needs_chromium
from tests.patience import patience
from tests.reporting.conftest import DAYS, HOSTILE, SITES

PLOTS = ("daily", "coverage", "delays", "failures", "sections", "copies")
READY = "document.documentElement?.dataset.ready === 'yes'"


def report(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "newscrawl", "report", f"--data={folder}", *args]
    return processes.run(command, capture_output=True, text=True, check=False, timeout=patience(60))


@pytest.fixture(scope="module")
def file(archive_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("out") / "report.html"
    done = report(archive_folder, f"--output={path}")
    assert done.returncode == 0, done.stderr
    return path


@pytest.fixture(scope="module")
def browser(file: Path) -> Iterator[Browser]:
    with Browser() as browser:
        browser.open(file.as_uri(), until=READY)
        yield browser


def numbers(file: Path) -> dict[str, list[list[object]]]:
    text = re.search(r'<script type="application/json" id="data">(.*?)</script>', file.read_text(), re.S)
    assert text is not None
    found = json.loads(text[1])
    for name in ("daily", "coverage", "delays", "failures"):
        found[name] = [[found["sites"][site], found["days"][day], *more] for site, day, *more in found[name]]
    return found


def total(browser: Browser) -> int:
    return int(browser.evaluate("document.querySelector('#totals b').textContent").replace(",", ""))


def test_the_numbers_are_those_of_the_archive(file, archive_folder):
    found = numbers(file)
    with Archive.open(archive_folder, create=False) as archive:
        stored = archive.database.all("SELECT count(*) FROM articles")[0][0]
        copies = archive.database.all(
            "SELECT count(*) FROM articles JOIN clusters ON clusters.key = cluster"
            " WHERE origin <> articles.key"
        )[0][0]
    assert sum(row[2] for row in found["daily"]) == stored
    assert sum(sum(row[2:]) for row in found["delays"]) == stored
    assert sum(row[3] for row in found["copies"]) == copies > 0
    assert found["sites"] == sorted(SITES)
    assert len({row[1] for row in found["coverage"]}) == DAYS
    authors = found["fields"].index("authors") + 3
    assert all(row[authors] == 0 for row in found["coverage"] if row[0] == "kabar" and row[1] > "2026-09-02")


def test_an_archive_on_a_server_has_the_same_numbers(archive_folder, postgres):
    made = datetime(2026, 10, 1, tzinfo=UTC)
    with Archive.open(archive_folder, create=False) as here, Archive.open(postgres) as there:
        copy(here, there)
        assert figures(there, made=made) == figures(here, made=made)


def test_the_same_alarm_in_one_run_after_another_is_one(tmp_path):
    start = datetime(2026, 9, 1, tzinfo=UTC)
    raised = ["authors", "authors", "", "authors", "count", "authors"]
    with Archive.open(tmp_path) as archive:
        for day, measure in enumerate(raised):
            begun = start + timedelta(days=day)
            run = archive.runs.begin("warta", now=begun)
            counts = {"finish_reason": "finished"} | (
                {ALARM + measure: f"{measure} {day}"} if measure else {}
            )
            archive.runs.end(run, "finished", counts, now=begun)
        rows = figures(archive, made=start)["alarms"]
    days = [[site, since[8:10], last[8:10], runs, text] for site, since, last, runs, text in rows]
    assert days == [
        ["warta", "06", "06", 1, "authors 5"],
        ["warta", "05", "05", 1, "count 4"],
        ["warta", "04", "04", 1, "authors 3"],
        ["warta", "01", "02", 2, "authors 1"],
    ]


def test_sites_words_and_days_are_chosen_when_it_is_made(archive_folder, tmp_path):
    choice = ("--site=kabar", "--site=warta", "--since=2026-09-10", "--until=2026-09-10")
    done = report(archive_folder, f"--output={tmp_path}/day.html", *choice)
    assert done.returncode == 0, done.stderr
    found = numbers(tmp_path / "day.html")
    with Archive.open(archive_folder, create=False) as archive:
        stored = archive.database.all(
            "SELECT site, day, count(*) FROM articles WHERE site IN ('kabar', 'warta')"
            " AND day = '2026-09-10' GROUP BY site, day ORDER BY site"
        )
    assert [tuple(row) for row in found["daily"]] == [tuple(row) for row in stored]
    assert len(stored) == 2
    assert {row[0] for row in [*found["runs"], *found["newest"], *found["sections"]]} == {"kabar", "warta"}
    assert {row[1] for row in [*found["coverage"], *found["failures"]]} == {"2026-09-10"}
    assert found["chosen"] == "kabar, warta, from 2026-09-10, until 2026-09-10"
    words = report(archive_folder, f"--output={tmp_path}/words.html", "--words", "judul:nihil OR nihilwan")
    assert words.returncode == 1
    assert not (tmp_path / "words.html").exists()
    unknown = report(archive_folder, f"--output={tmp_path}/x.html", "--site", "kabr")
    assert unknown.returncode == 2
    assert "There is no site 'kabr'" in unknown.stderr


@needs_chromium
def test_a_single_day_has_its_date_on_the_axis(archive_folder, tmp_path):
    done = report(archive_folder, f"--output={tmp_path}/day.html", "--since=2026-09-10", "--until=2026-09-10")
    assert done.returncode == 0, done.stderr
    with Browser() as browser:
        browser.open((tmp_path / "day.html").as_uri(), until=READY)
        ticks = "[...document.querySelectorAll('#daily .xtick text')].map(e => e.textContent)"
        assert browser.evaluate(ticks) == ["2026-09-10"]
        assert browser.errors == []


@needs_chromium
def test_it_draws_every_plot_without_an_error_and_without_a_network(browser, file):
    for plot in PLOTS:
        assert browser.evaluate(f"document.querySelectorAll('#{plot} svg.main-svg').length") > 0, plot
    bars = browser.evaluate("document.querySelectorAll('#daily .bars .point').length")
    assert bars == len(numbers(file)["daily"])
    assert browser.errors == []
    assert {address.split(":")[0] for address in browser.requests} == {"file"}
    assert len(browser.requests) == 1


@needs_chromium
def test_the_filters_filter(browser, file):
    everything = total(browser)
    expected = sum(row[2] for row in numbers(file)["daily"] if row[0] == "kabar")
    browser.choose("site", "kabar")
    assert total(browser) == expected < everything
    assert browser.evaluate("document.getElementById('daily').data.length") == 1
    assert browser.evaluate("[...document.querySelectorAll('#runs tr')].length") == 2
    assert browser.evaluate("[...document.querySelectorAll('#newest tr')].length") == 11
    browser.choose("span", "30")
    assert total(browser) <= expected
    browser.choose("site", "")
    browser.choose("span", "0")
    assert total(browser) == everything


@needs_chromium
def test_a_field_that_got_lost_is_seen_in_the_plot_of_fields(browser, file):
    browser.choose("site", "kabar")
    authors = numbers(file)["fields"].index("authors")
    shares = browser.evaluate(f"document.getElementById('coverage').data[0].z[{authors}]")
    assert shares == [100] * 31 + [0] * (DAYS - 31)
    browser.choose("site", "")


@needs_chromium
def test_copies_are_those_between_sites(browser, file):
    browser.choose("site", "kabar")
    browser.choose("site", "")
    between = {(row[0], row[1]) for row in numbers(file)["copies"] if row[0] != row[1]}
    plot = "document.getElementById('copies').data[0]"
    x, y, z = (browser.evaluate(f"{plot}.{name}") for name in "xyz")
    drawn = {
        (origin, copier)
        for origin, row in zip(y, z, strict=True)
        for copier, count in zip(x, row, strict=True)
        if count
    }
    assert drawn == between
    largest = browser.evaluate(
        "[...document.querySelectorAll('#pairs tr:nth-child(2) td')].map(e => e.textContent)"
    )
    box = "document.getElementById('copies').getBoundingClientRect().bottom"
    assert browser.evaluate(f"{box} <= document.getElementById('pairs').getBoundingClientRect().top")
    assert int(largest[2]) == max(count for row in z for count in row if count)


@needs_chromium
def test_a_choice_without_articles_says_so_and_can_be_left_again(browser):
    browser.evaluate("document.getElementById('site').append(new Option('nobody', 'nobody'))")
    browser.choose("site", "nobody")
    assert "Nothing to show" in browser.evaluate("document.getElementById('daily').textContent")
    # Not in the middle of a large empty box, and once for a plot and the table below it.
    assert browser.evaluate("document.getElementById('daily').getBoundingClientRect().height") < 150
    assert browser.evaluate("document.getElementById('pairs').textContent") == ""
    browser.choose("site", "")
    assert browser.evaluate("document.querySelectorAll('#daily svg.main-svg').length") > 0
    assert browser.errors == []


@needs_chromium
def test_what_pages_say_stays_text(browser, file):
    assert browser.evaluate("window.taken") is None
    assert browser.evaluate("document.title") == "newscrawl report"
    assert browser.evaluate("document.querySelectorAll('main img, main i, td b').length") == 0
    assert "<i>Politik</i>" in browser.evaluate("document.getElementById('sections').textContent")
    assert "<b>12</b>" in browser.evaluate("document.getElementById('alarms').textContent")


@needs_chromium
def test_a_script_in_a_title_is_shown_and_not_run(tmp_path):
    from tests.archive.samples import article  # noqa: PLC0415

    with Archive.open(tmp_path / "data") as archive:
        for number, title in enumerate(HOSTILE):
            archive.store(article(number, site="<svg onload=window.taken=1>", title=title))
        archive.store(article(9, url="javascript:window.taken=1", title="Tautan"))
    done = report(tmp_path / "data", f"--output={tmp_path}/report.html")
    assert done.returncode == 0, done.stderr
    with Browser() as browser:
        browser.open((tmp_path / "report.html").as_uri(), until=READY)
        shown = browser.evaluate(
            "[...document.querySelectorAll('#newest td:nth-child(3)')].map(e => e.textContent)"
        )
        assert set(HOSTILE) < set(shown)
        assert browser.evaluate("window.taken") is None
        assert browser.evaluate("document.querySelectorAll('#newest a[href^=javascript]').length") == 0
        assert browser.errors == []
        assert len(browser.requests) == 1


@needs_chromium
@pytest.mark.parametrize(("width", "dark"), [(390, True), (1280, False)])
def test_it_can_be_read_on_a_phone_and_in_the_dark(file, width, dark):
    with Browser(width=width, height=844, dark=dark) as browser:
        browser.open(file.as_uri(), until=READY)
        assert browser.evaluate("document.documentElement.scrollWidth") <= width
        assert browser.evaluate("document.documentElement.dataset.theme") == ("dark" if dark else "light")
        light = browser.evaluate(
            "getComputedStyle(document.body).backgroundColor.match(/[0-9]+/g).reduce((a, b) => a + +b, 0)"
        )
        assert (light < 200) == dark
        assert browser.errors == []


def test_a_file_that_cannot_be_written_is_one_line(archive_folder):
    done = report(archive_folder, "--output=/proc/none/report.html")
    assert done.returncode == 5
    assert len(done.stderr.splitlines()) == 1


def test_without_an_archive_or_an_output_it_says_so(tmp_path):
    assert report(tmp_path, "--output=x.html").returncode == 5
    assert report(tmp_path).returncode == 2


def test_a_dash_is_standard_output(archive_folder):
    done = report(archive_folder, "--output=-")
    assert done.returncode == 0
    assert done.stdout.startswith("<!DOCTYPE html>")
    assert not (archive_folder.parent / "-").exists()


def test_nothing_is_left_of_a_report_that_could_not_be_written(archive_folder, tmp_path):
    target = tmp_path / "pipe"
    os.mkfifo(target)
    done = report(archive_folder, f"--output={target}")
    assert done.returncode == 5
    assert "is no plain file" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]
