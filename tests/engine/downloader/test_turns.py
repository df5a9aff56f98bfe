"""A host is asked in turn, by whatever crawls of a process."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from unittest.mock import sentinel

import pytest
from scrapy import Request

from newscrawl.engine.downloader.turns import Turns
from tests.crawling import ROOT
from tests.patience import patience
from tests.wire import Wire, answer, article, path

HOST = "contoh.example"
REQUEST = Request(f"https://{HOST}/")


async def ask(
    turns: Turns, at: list[float], *, delay: float = 0.0, at_once: int = 1, crawl=sentinel.one
) -> None:
    async with turns.turn(crawl, REQUEST, HOST, delay=delay, at_once=at_once):
        at.append(asyncio.get_running_loop().time())
        await asyncio.sleep(0.01)


def test_the_delay_is_the_least_time_between_any_two() -> None:
    async def run() -> list[float]:
        turns, at = Turns(asyncio.get_running_loop()), []
        crawls = [sentinel.one, sentinel.other] * 3
        await asyncio.gather(*(ask(turns, at, delay=0.05, crawl=crawl) for crawl in crawls))
        return at

    assert min(later - earlier for earlier, later in pairwise(asyncio.run(run()))) >= 0.05


def test_the_delay_counts_from_where_a_request_is_written() -> None:
    async def run() -> float:
        loop = asyncio.get_running_loop()
        turns, at = Turns(loop), []
        async with turns.turn(sentinel.one, REQUEST, HOST, delay=0.05, at_once=1) as host:
            await asyncio.sleep(0.1)  # it takes long to connect
            host.sent()
            written = loop.time()
        await ask(turns, at, delay=0.05)
        return at[0] - written

    assert asyncio.run(run()) >= 0.05


def test_what_robots_txt_asks_for_and_rests_hold_for_all() -> None:
    async def run() -> tuple[float, list[float]]:
        loop = asyncio.get_running_loop()
        turns, at = Turns(loop), []
        turns.host(HOST).least = 0.06
        turns.host(HOST).rest_for(0.1)
        begun = loop.time()
        await asyncio.gather(*(ask(turns, at) for _ in range(3)))
        return begun, at

    begun, at = asyncio.run(run())
    assert at[0] - begun >= 0.1
    assert min(later - earlier for earlier, later in pairwise(at)) >= 0.06


def test_those_that_wait_can_be_put_off_and_the_others_go_on() -> None:
    async def run() -> tuple[list[float], BaseException | None]:
        loop = asyncio.get_running_loop()
        turns, at = Turns(loop), []
        turns.host(HOST).rest_for(0.05)
        first = asyncio.ensure_future(ask(turns, at, crawl=sentinel.one))
        second = asyncio.ensure_future(ask(turns, at, crawl=sentinel.other))
        await asyncio.sleep(0)
        turns.put_off(sentinel.one, lambda request: LookupError(request.url))
        await asyncio.wait([first, second])
        return at, first.exception()

    at, error = asyncio.run(run())
    assert len(at) == 1
    assert isinstance(error, LookupError)


@pytest.mark.parametrize("at_once", [1, 3])
def test_no_more_are_under_way_than_may_be(at_once: int) -> None:
    async def run() -> int:
        turns, under_way, most = Turns(asyncio.get_running_loop()), 0, 0

        async def one() -> None:
            nonlocal under_way, most
            async with turns.turn(sentinel.one, REQUEST, HOST, delay=0.0, at_once=at_once):
                under_way += 1
                most = max(most, under_way)
                await asyncio.sleep(0.01)
                under_way -= 1

        await asyncio.gather(*(one() for _ in range(9)))
        return most

    assert asyncio.run(run()) == at_once


def test_two_sites_that_share_a_host_ask_it_in_turn(tmp_path: Path) -> None:
    listed = tmp_path / "addresses.txt"
    listed.write_text("\n".join(f"https://{HOST}{path(n)}" for n in range(1, 5)), encoding="utf-8")
    answers = {f"{path(number)}": answer(article(number)) for number in range(1, 5)}
    with Wire({**answers}) as wire:
        words = [
            "-m",
            "tests.engine.downloader.two_crawls",
            wire.address,
            str(tmp_path / "data"),
            str(listed),
        ]
        environment = os.environ | {"PYTHONPATH": str(ROOT)}
        subprocess.run([sys.executable, *words], env=environment, timeout=patience(60), check=True)
        assert len(wire.asked) == 10
        assert wire.most_under_way == 1
        gaps = [later.at - earlier.at for earlier, later in pairwise(wire.asked)]
        assert min(gaps) >= 0.3 - 0.15
