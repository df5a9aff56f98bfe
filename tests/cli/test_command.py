"""The help of every command names the tool that was asked."""

from __future__ import annotations

from argparse import ArgumentParser
from importlib import import_module
from pkgutil import iter_modules

import pytest
from scrapy.commands import ScrapyCommand
from scrapy.settings import Settings

from newscrawl.cli import commands
from newscrawl.settings import COMMANDS_MODULE


def command_of(name: str) -> ScrapyCommand | None:
    module = import_module(f"{COMMANDS_MODULE}.{name}")
    for value in vars(module).values():
        if (
            isinstance(value, type)
            and issubclass(value, ScrapyCommand)
            and value.__module__ == module.__name__
        ):
            return value()
    return None


NAMED = {name: command for _, name, _ in iter_modules(commands.__path__) if (command := command_of(name))}


@pytest.mark.parametrize("name", NAMED)
def test_the_usage_begins_with_newscrawl_and_the_command(name: str) -> None:
    parser = ArgumentParser(usage="scrapy", conflict_handler="resolve")
    NAMED[name].settings = Settings()
    NAMED[name].add_options(parser)
    assert parser.usage is not None
    assert f"{parser.usage} ".startswith(f"newscrawl {name} ")
