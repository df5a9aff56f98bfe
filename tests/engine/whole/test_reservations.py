"""What publishers reserve against mining and training is noted, and left out on demand."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

import newscrawl
from newscrawl.engine.downloader.robots_file import Reservations
from newscrawl.engine.downloader.tdmrep import TdmReservations
from newscrawl.reading.fields.reservations import reserved_by_headers, reserved_by_page
from newscrawl.reading.tree.page import parse
from tests import processes
from tests.crawling import crawl
from tests.engine.whole.conftest import HOST
from tests.newsroom.faults import Fault
from tests.newsroom.newsroom import Newsroom
from tests.patience import patience

URL = "https://kabar.example/daerah/panen-raya"


@pytest.mark.parametrize(
    ("text", "reserved"),
    [
        ("User-agent: GPTBot\nDisallow: /", ["robots.txt: gptbot"]),
        (
            "User-agent: gptbot/1.0\nUser-agent: CCBot\nDisallow: /daerah",
            ["robots.txt: ccbot", "robots.txt: gptbot"],
        ),
        ("User-agent: AI2Bot\nDisallow: /", ["robots.txt: ai2bot"]),
        ("User-agent: GPTBot\nDisallow: /olahraga", []),
        ("User-agent: GPTBot\nAllow: /", []),
        ("User-agent: *\nDisallow: /", []),
        ("User-agent: Googlebot\nDisallow: /", []),
        ("User-agent: ChatGPT-User\nDisallow: /", []),
        ("User-agent: *\nContent-Signal: search=yes, ai-train=no\nAllow: /", ["robots.txt: ai-train=no"]),
        ("User-agent: *\nContent-signal: ai-train=yes\nAllow: /", []),
        ("# Content-Signal: ai-train=no\n", []),
        ("", []),
    ],
)
def test_robots_txt(text: str, reserved: list[str]) -> None:
    assert Reservations(text).against(URL) == reserved


@pytest.mark.parametrize(
    ("text", "reserved"),
    [
        ("User-Agent: *\nDisallow: /", ["ai.txt: *"]),
        ("User-Agent: *\nDisallow: *.jpg\nAllow: /", []),
        ("User-Agent: CCBot\nDisallow: /", ["ai.txt: ccbot"]),
    ],
)
def test_ai_txt_speaks_of_nothing_else(text: str, reserved: list[str]) -> None:
    assert Reservations(text, "ai.txt", every=True).against(URL) == reserved


@pytest.mark.parametrize(
    ("metas", "reserved"),
    [
        ('<meta name="tdm-reservation" content="1">', ["meta: tdm-reservation"]),
        ('<meta name="tdm-reservation" content="0">', []),
        ('<meta name="robots" content="index, NoAI, noimageai">', ["meta: noai"]),
        ('<meta name="robots" content="max-image-preview:large">', []),
    ],
)
def test_metas(metas: str, reserved: list[str]) -> None:
    assert (
        reserved_by_page(parse(f"<html><head>{metas}</head><body><p>Panen.</p></body></html>", URL))
        == reserved
    )


def test_headers() -> None:
    assert reserved_by_headers({"tdm-reservation": "1"}) == ["header: tdm-reservation"]
    assert reserved_by_headers({"x-robots-tag": "noindex, noai"}) == ["header: noai"]
    assert reserved_by_headers({"x-robots-tag": "noindex"}) == []


def test_a_crawl_notes_what_is_reserved_and_an_export_may_respect_it(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    newsroom.site(HOST).robots = "User-agent: GPTBot\nDisallow: /\n"
    newsroom.fault(HOST, "*", Fault.headers({"TDM-Reservation": "1"}))
    done = crawl("afederasi", newsroom.address, tmp_path)
    assert done.status == 0
    assert done.records
    for record in done.records:
        assert sorted(record["reserved"]) == ["header: tdm-reservation", "robots.txt: gptbot"]
    assert not newsroom.log.to(HOST, "/ai.txt")
    assert exported(tmp_path, "--respect-training-optout") == []
    assert len(newscrawl.load(tmp_path / "data")) > 0
    assert len(newscrawl.load(tmp_path / "data", respect_training_optout=True)) == 0
    assert list(newscrawl.load(tmp_path / "data", respect_training_optout=True)) == []
    assert len(exported(tmp_path)) == len(done.records)


def test_ai_txt_is_asked_for_once_where_it_is_wanted(newsroom: Newsroom, tmp_path: Path) -> None:
    newsroom.fault(HOST, "/ai.txt", Fault.body("User-Agent: *\nDisallow: /\n", content_type="text/plain"))
    done = crawl("afederasi", newsroom.address, tmp_path, settings={"NEWSCRAWL_AI_TXT": "1"})
    assert len(newsroom.log.to(HOST, "/ai.txt")) == 1
    assert [record["reserved"] for record in done.records] == [["ai.txt: *"]] * len(done.records)


def test_a_missing_ai_txt_reserves_nothing(newsroom: Newsroom, tmp_path: Path) -> None:
    done = crawl("afederasi", newsroom.address, tmp_path, settings={"NEWSCRAWL_AI_TXT": "1"})
    assert done.status == 0
    assert done.records
    assert not any(record["reserved"] for record in done.records)


def test_tdmrep_is_asked_for_once_where_it_is_wanted(newsroom: Newsroom, tmp_path: Path) -> None:
    place = "/.well-known/tdmrep.json"
    rules = json.dumps([{"location": "/*", "tdm-reservation": 1}])
    newsroom.fault(HOST, place, Fault.body(rules, content_type="application/json"))
    done = crawl("afederasi", newsroom.address, tmp_path, settings={"NEWSCRAWL_TDMREP": "1"})
    assert len(newsroom.log.to(HOST, place)) == 1
    assert done.records
    assert [record["reserved"] for record in done.records] == [["tdmrep.json: tdm-reservation"]] * len(
        done.records
    )


@pytest.mark.parametrize(
    ("rules", "reserved"),
    [
        ([{"location": "/*", "tdm-reservation": 1}], True),
        ([{"location": "/", "tdm-reservation": "1"}], True),
        ([{"location": "/daerah/*", "tdm-reservation": 1}], True),
        ([{"location": "/*/panen-raya$", "tdm-reservation": 1}], True),
        ([{"location": "/*/panen$", "tdm-reservation": 1}], False),
        ([{"location": "/daerah$", "tdm-reservation": 1}], False),
        ([{"location": "/daerah/panen-raya$", "tdm-reservation": 1}], True),
        ([{"location": "*-raya", "tdm-reservation": 1}], True),
        ([{"location": "/olahraga/*", "tdm-reservation": 1}], False),
        ([{"location": "/*", "tdm-reservation": 0}], False),
        ([{"location": "/daerah/*", "tdm-reservation": 0}, {"location": "/*", "tdm-reservation": 1}], False),
        ([{"location": "/olahraga/*", "tdm-reservation": 0}, {"location": "/*", "tdm-reservation": 1}], True),
        ({"location": "/*", "tdm-reservation": 1}, True),
        ([{"location": 1, "tdm-reservation": 1}, "x", {"location": "/*"}], False),
    ],
)
def test_tdmrep_by_its_first_rule_that_fits(rules: object, reserved: bool) -> None:
    told = TdmReservations(json.dumps(rules)).against(URL)
    assert told == (["tdmrep.json: tdm-reservation"] if reserved else [])


@pytest.mark.parametrize("text", ["", "<html>", "[" * 100_000, "null", '"x"'])
def test_what_is_no_tdmrep_reserves_nothing(text: str) -> None:
    assert TdmReservations(text).against(URL) == []


def exported(folder: Path, *options: str) -> list[dict[str, object]]:
    words = [sys.executable, "-m", "newscrawl", "export", "--output", "-", *options]
    environment = os.environ | {"NEWSCRAWL_DATA": str(folder / "data")}
    done = processes.run(
        words, cwd=folder, env=environment, capture_output=True, text=True, timeout=patience(60), check=False
    )
    return [json.loads(line) for line in done.stdout.splitlines()]
