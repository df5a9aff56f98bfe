"""The ``newscrawl`` command: the project's own commands and Scrapy's, from any folder."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from pkgutil import iter_modules

from newscrawl.cli.plain_command import PlainCommand, start
from newscrawl.cli.project import ProjectError, use_project
from newscrawl.cli.summaries import SUMMARIES
from newscrawl.cli.unread import reader_has_left
from newscrawl.record.outcome import ExitStatus
from newscrawl.record.suggestions import did_you_mean
from newscrawl.record.version import __version__

OWN_COMMANDS = "newscrawl.cli.commands"


def main() -> None:
    """Run ``newscrawl COMMAND ...``; what is no command of the project's own is Scrapy's."""
    _write_every_character()
    try:
        sys.exit(_run(sys.argv[1:]))
    except BrokenPipeError:
        # Whoever reads the output has seen enough, as `head` does.
        reader_has_left()
        sys.exit(ExitStatus.FINE)


def _write_every_character() -> None:
    """Write UTF-8 into files and pipes, whatever the locale; on a terminal a sign for what it cannot show."""
    if isinstance(sys.stdout, TextIOWrapper):
        if sys.stdout.isatty():
            sys.stdout.reconfigure(errors="replace")
        else:
            sys.stdout.reconfigure(encoding="utf-8")


def _run(words: Sequence[str]) -> int:
    first = next((word for word in words if not word.startswith("-")), None)
    if first is None or first in ("help", "version"):
        return _about(words, first)
    if first not in SUMMARIES and first not in _scrapy_commands():
        return _unknown(first)
    at = words.index(first)
    rest = [*words[:at], *words[at + 1 :]]
    command = _plain(first) if first in SUMMARIES else None
    try:
        return start(command, rest) if command else _under_scrapy(first, rest)
    except ProjectError as error:
        print(f"newscrawl: {error}", file=sys.stderr)
        return ExitStatus.BAD_USAGE


def _plain(name: str) -> PlainCommand | None:
    """The command ``name``, where it needs no engine."""
    module = import_module(f"{OWN_COMMANDS}.{name}")
    for value in vars(module).values():
        if (
            isinstance(value, type)
            and issubclass(value, PlainCommand)
            and value.__module__ == module.__name__
        ):
            return value()
    return None


def _under_scrapy(name: str, rest: Sequence[str]) -> int:
    use_project()
    from scrapy.cmdline import execute  # noqa: PLC0415 - commands that need no engine start without it

    execute(["newscrawl", name, *rest])
    return ExitStatus.FINE


def _scrapy_commands() -> set[str]:
    return {module.name for module in iter_modules(import_module("scrapy.commands").__path__)}


def _about(words: Sequence[str], first: str | None) -> int:
    """What the tool is, or one of its commands: ``help [COMMAND]``, ``version``, ``--version``."""
    flags = [word for word in words if word.startswith("-")]
    if first == "version" or "--version" in flags or "-V" in flags:
        from newscrawl.reading.tree.core import in_use  # noqa: PLC0415 (loads the reader)

        print(f"newscrawl {__version__}")
        print(f"reader: {in_use()}")
        return ExitStatus.FINE
    unknown = [flag for flag in flags if flag not in ("-h", "--help")]
    if unknown:
        print(f"newscrawl: unknown option '{unknown[0]}'; see newscrawl --help", file=sys.stderr)
        return ExitStatus.BAD_USAGE
    asked = [word for word in words if not word.startswith("-")][1:]
    if asked:
        return _run([asked[0], "--help"])
    print(_overview())
    return ExitStatus.FINE


def _overview() -> str:
    lines = [
        "newscrawl crawls Indonesian news sites into clean, dated JSON lines.",
        "",
        "usage: newscrawl COMMAND [options]",
        "",
        *(f"  {name:<12}{text}" for name, text in SUMMARIES.items()),
        "",
        "Scrapy's own commands work too: " + ", ".join(sorted(_scrapy_commands() - set(SUMMARIES))) + ".",
        "newscrawl COMMAND --help explains one. Example: newscrawl crawl afederasi -O articles.jsonl",
    ]
    return "\n".join(lines)


def _unknown(command: str) -> int:
    near = did_you_mean(command, {*SUMMARIES, *_scrapy_commands()})
    print(f"newscrawl: there is no command '{command}'.{near} newscrawl --help lists them.", file=sys.stderr)
    return ExitStatus.BAD_USAGE
