"""What a crawl's statistics say of how it ended, and how several make one exit status."""

from __future__ import annotations

import pytest

from newscrawl.monitoring.table import table_lines
from newscrawl.record.outcome import ALARM, ExitStatus, Outcome, State, exit_status, judge

FINISHED = {"start_time": 1, "finish_reason": "finished", "newscrawl/measure/complete": 1}
KNOWN = "newscrawl/discovery/known"
NOTHING = "newscrawl/discovery/nothing"


@pytest.mark.parametrize(
    ("stats", "state", "note"),
    [
        (FINISHED | {"newscrawl/articles": 3}, "fine", ""),
        (FINISHED | {"newscrawl/listings/read": 2}, "fine", ""),
        (FINISHED | {NOTHING: 1, "newscrawl/articles": 3}, "fine", ""),
        (FINISHED | {NOTHING: 1}, "failed", "no feed, sitemap or listing names an article"),
        (FINISHED | {NOTHING: 1, "newscrawl/measure/complete": 0}, "fine", "nothing was found"),
        (FINISHED | {"newscrawl/failed/listing": 2}, "failed", "every listing failed"),
        (FINISHED | {"newscrawl/failed/listing": 2, "newscrawl/listings/read": 1}, "fine", ""),
        (FINISHED | {"newscrawl/failed/listing": 2, "newscrawl/listings/unchanged": 1}, "fine", ""),
        (FINISHED | {"newscrawl/failed/dns": 3}, "failed", "none of 3 pages gave an article: dns 3"),
        (FINISHED | {"newscrawl/failed/dns": 1}, "failed", "none of 1 page gave an article: dns 1"),
        (FINISHED | {"newscrawl/failed/dns": 1, KNOWN: 5}, "fine", ""),
        (
            FINISHED | {"newscrawl/failed/dns": 3, KNOWN: 5},
            "failed",
            "none of 3 pages gave an article: dns 3",
        ),
        (FINISHED | {"newscrawl/failed/dns": 2, "newscrawl/unwanted/range": 1}, "fine", ""),
        (FINISHED | {"newscrawl/failed/dns": 3, "newscrawl/articles": 1}, "fine", ""),
        (FINISHED | {"newscrawl/failed/dns": 5, "newscrawl/articles": 5}, "fine", ""),
        (
            FINISHED
            | {"newscrawl/failed/dns": 2, "newscrawl/failed/moved": 5, "newscrawl/moved/a.id": 5}
            | {"newscrawl/articles": 6},
            "failed",
            "7 of 13 pages gave no article: moved 5, dns 2; moved to a.id?",
        ),
        ({"finish_reason": "closespider_timeout"}, "fine", "stopped at its time budget"),
        ({"finish_reason": "shutdown", "newscrawl/failed/listing": 1}, "fine", "stopped by a signal"),
        ({"finish_reason": "stalled"}, "failed", "nothing came for too long"),
        ({"finish_reason": "challenge"}, "failed", "the site answers with challenges"),
        ({"finish_reason": "storage"}, "storage", "the archive could not be used"),
        (
            FINISHED | {"newscrawl/articles": 1, "feedexport/failed_count/FileFeedStorage": 1},
            "storage",
            "an output could not be written; export gives what is stored",
        ),
        ({"start_time": 1}, "failed", "cut off"),
        ({}, "failed", "never started"),
        (FINISHED | {"newscrawl/articles": 1, f"{ALARM}authors": "authors gone"}, "alarm", ""),
    ],
)
def test_every_end_has_a_state_and_a_note(stats, state, note):
    outcome = judge("warta", stats)
    assert (outcome.state, outcome.note) == (state, note)


@pytest.mark.parametrize(
    ("states", "status"),
    [
        (("fine", "fine"), ExitStatus.FINE),
        (("fine", "held"), ExitStatus.FINE),
        (("fine", "failed", "alarm"), ExitStatus.SOME_FAILED),
        (("fine", "alarm", "held"), ExitStatus.ALARMS),
        (("held", "held"), ExitStatus.ALL_HELD),
        (("held", "failed", "storage"), ExitStatus.STORAGE),
    ],
)
def test_the_exit_status_is_the_worst_that_must_be_acted_on(states: tuple[State, ...], status: ExitStatus):
    assert exit_status(Outcome("warta", state) for state in states) == status


def test_the_table_names_what_failed_and_why():
    stats = FINISHED | {
        "newscrawl/articles": 5,
        "newscrawl/failed/http-404": 2,
        "newscrawl/failed/listing": 3,
        "newscrawl/listings/failed/timeout": 2,
        "newscrawl/listings/read": 1,
    }
    lines = table_lines([judge("warta", stats)])
    assert lines[1].split("  ")[-1] == "http-404 2, listing timeout 2, listing 1"
    assert lines[-1] == "1 site (1 fine), 5 articles, 5 failures"


def test_a_long_note_goes_on_below_itself():
    held = Outcome("warta", "held", "warta is being crawled by process 4711 on crawler-1 since this morning")
    lines = table_lines([held, Outcome("kabar", "fine")], width=90)
    assert all(len(line) <= 90 for line in lines)
    note = lines[0].index("note")
    held_lines = lines[1 : next(place for place, line in enumerate(lines) if line.startswith("kabar"))]
    assert len(held_lines) > 1
    assert all(line[:note].strip() == "" for line in held_lines[1:])
    assert " ".join(line[note:] for line in held_lines) == held.note


def test_a_page_cannot_steer_the_terminal_through_the_table():
    raised = Outcome("warta", "alarm", "note\x1b[2J", {}, ("warta: \x1b]0;taken\x07 \u202e",))
    assert all(char.isprintable() for line in table_lines([raised]) for char in line)


def test_a_plain_spider_that_no_server_answered_has_failed() -> None:
    stats = {"finish_reason": "finished", "downloader/request_count": 3, "downloader/exception_count": 3}
    assert judge("mentah", stats).state == "failed"
    assert judge("mentah", stats).note == "none of 3 requests was answered"
    assert judge("mentah", {**stats, "downloader/response_count": 1}).state == "fine"
