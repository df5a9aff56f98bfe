"""The help of every command names the tool that was asked, and a command is loaded when it is called."""

from __future__ import annotations

import subprocess
import sys
from argparse import ArgumentParser
from importlib import import_module
from pkgutil import iter_modules

import pytest
from scrapy.commands import ScrapyCommand
from scrapy.settings import Settings

from newscrawl.cli import commands
from newscrawl.cli.plain_command import PlainCommand
from newscrawl.cli.summaries import SUMMARIES
from newscrawl.settings import COMMANDS_MODULE


def command_of(name: str) -> ScrapyCommand | PlainCommand:
    module = import_module(f"{COMMANDS_MODULE}.{name}")
    kinds = (ScrapyCommand, PlainCommand)
    return next(
        value()
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, kinds) and value.__module__ == module.__name__
    )


NAMED = {name: command_of(name) for _, name, _ in iter_modules(commands.__path__)}
WITHOUT_ENGINE = [
    ("extract", "--help"),
    ("search", "banjir"),
    ("show", "1"),
    ("stats", "--json"),
    ("export", "--output", "out.jsonl"),
    ("schema",),
    ("history", "1"),
    ("report", "--output", "out.html"),
]


@pytest.mark.parametrize("name", NAMED)
def test_the_usage_begins_with_newscrawl_and_the_command(name: str) -> None:
    parser = ArgumentParser(usage="scrapy", conflict_handler="resolve")
    NAMED[name].settings = Settings()
    NAMED[name].add_options(parser)
    assert parser.usage is not None
    assert f"{parser.usage} ".startswith(f"newscrawl {name} ")


def test_the_overview_says_of_each_command_what_it_says_itself() -> None:
    assert {name: command.short_desc() for name, command in NAMED.items()} == SUMMARIES


def loaded(code: str) -> set[str]:
    """The top-level packages that a new Python has loaded after ``code``."""
    ending = "print('\\n' + ' '.join({name.partition('.')[0] for name in sys.modules}))"
    program = f"import sys\n{code}\n{ending}"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("words", WITHOUT_ENGINE, ids=lambda words: words[0])
def test_what_needs_no_engine_loads_none(words: tuple[str, ...], tmp_path) -> None:
    line = [
        "newscrawl",
        *words,
        *(["--data", str(tmp_path)] if words[0] not in ("extract", "schema") else []),
    ]
    code = f"from newscrawl.cli import main\nsys.argv = {line!r}\ntry:\n  main()\nexcept SystemExit:\n  pass"
    assert loaded(code) & {"scrapy", "twisted"} == set()


def test_the_reader_loads_no_engine() -> None:
    code = (
        "import newscrawl\n"
        "newscrawl.extract('<html><title>Panen Raya</title><p>Petani memanen padi.</p>', 'https://kabar.example/panen')"
    )
    assert loaded(code) & {"scrapy", "twisted", "parsel", "pydantic", "tldextract", "dateparser"} == set()


def test_scrapy_has_every_command_too() -> None:
    done = subprocess.run([sys.executable, "-m", "scrapy"], capture_output=True, text=True, check=True)
    assert [name for name in NAMED if f"\n  {name} " not in done.stdout] == []
