"""The commands that the docs tell people to type are there, with the options that they are typed with."""

from __future__ import annotations

import re
from argparse import ArgumentParser
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from scrapy.settings import Settings

from newscrawl.cli.summaries import SUMMARIES
from tests.cli.test_command import NAMED

ROOT = Path(__file__).parents[2]
PAGES = sorted([*(ROOT / "docs").glob("*.md"), *ROOT.glob("README*.md"), ROOT / "CONTRIBUTING.md"])

_TYPED = re.compile(r"`newscrawl ([^`\n]+)`|^ {4,}(?:\S+/)?newscrawl ([^\n]+)$", re.MULTILINE)
_OPTION = re.compile(r"(?<!\S)--?[A-Za-z][\w-]*")
_OTHERS = frozenset(("help", "version", "list", "settings"))


def typed(text: str) -> Iterator[tuple[str, list[str]]]:
    """Each command that a page has people type, and its options."""
    for found in _TYPED.finditer(text):
        line = re.split(r"\s[#|>&]|;", found[1] or found[2])[0]
        name, _, rest = line.partition(" ")
        if name.isalpha() and name.islower():
            yield name, _OPTION.findall(rest)


@cache
def options_of(name: str) -> frozenset[str]:
    """Every option of a command and of its subcommands."""
    parser = ArgumentParser(conflict_handler="resolve")
    NAMED[name].settings = Settings()
    NAMED[name].add_options(parser)
    return frozenset(_options(parser))


def _options(parser: ArgumentParser) -> Iterator[str]:
    for action in parser._actions:
        yield from action.option_strings
        for below in action.choices.values() if isinstance(action.choices, dict) else ():
            if isinstance(below, ArgumentParser):
                yield from _options(below)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_and_their_options_are_there(page: Path) -> None:
    wrong = [
        (name, option)
        for name, options in typed(page.read_text(encoding="utf-8"))
        if name not in _OTHERS
        for option in ([name] if name not in SUMMARIES else options)
        if name not in SUMMARIES or not any(known.startswith(option) for known in options_of(name))
    ]
    assert wrong == []


def test_an_option_that_is_none_is_seen() -> None:
    assert [
        *typed("Try `newscrawl crawl kompas -a since=2020-01-01 --wrong`.\n\n    newscrawl nothing -x\n")
    ] == [
        ("crawl", ["-a", "--wrong"]),
        ("nothing", ["-x"]),
    ]
    assert "--wrong" not in options_of("crawl")
