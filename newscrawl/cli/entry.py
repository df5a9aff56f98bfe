"""The ``newscrawl`` command: Scrapy's own command line with this project's settings, from any folder."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pkgutil import iter_modules

SETTINGS_MODULE = "newscrawl.settings"
OWN_COMMANDS = "newscrawl.cli.commands"
BAD_USAGE = 2


def main() -> None:
    """Run ``newscrawl COMMAND ...``, which is ``scrapy COMMAND ...`` in this project."""
    os.environ["SCRAPY_SETTINGS_MODULE"] = SETTINGS_MODULE
    from scrapy.cmdline import execute  # noqa: PLC0415

    first = next((word for word in sys.argv[1:] if not word.startswith("-")), None)
    if first is None:
        sys.exit(_without_command(sys.argv[1:]))
    if first not in _commands():
        sys.exit(_unknown(first))
    execute(["newscrawl", *sys.argv[1:]])


def _names(package: str) -> set[str]:
    return {module.name for module in iter_modules(import_module(package).__path__)}


def _commands() -> set[str]:
    """Every command: the project's own and Scrapy's."""
    return set(_own_descriptions()) | _names("scrapy.commands")


def _own_descriptions() -> dict[str, str]:
    """The project's own commands with their one-line descriptions."""
    from scrapy.commands import ScrapyCommand  # noqa: PLC0415

    found: dict[str, str] = {}
    for name in sorted(_names(OWN_COMMANDS)):
        module = import_module(f"{OWN_COMMANDS}.{name}")
        for value in vars(module).values():
            own = isinstance(value, type) and issubclass(value, ScrapyCommand)
            if own and value.__module__ == module.__name__:
                found[name] = value().short_desc()
    return found


def _without_command(flags: list[str]) -> int:
    from newscrawl.record.version import __version__  # noqa: PLC0415

    if "--version" in flags or "-V" in flags:
        print(f"newscrawl {__version__}")
        return 0
    unknown = [flag for flag in flags if flag not in ("-h", "--help")]
    if unknown:
        print(f"newscrawl: unknown option '{unknown[0]}'; see newscrawl --help", file=sys.stderr)
        return BAD_USAGE
    print(_overview())
    return 0


def _overview() -> str:
    own = _own_descriptions()
    lines = [
        "newscrawl crawls Indonesian news sites into clean, dated JSON lines.",
        "",
        "usage: newscrawl COMMAND [options]",
        "",
        *(f"  {name:<12}{text}" for name, text in own.items()),
        "",
        "Scrapy's own commands work too: " + ", ".join(sorted(_names("scrapy.commands") - set(own))) + ".",
        "newscrawl COMMAND --help explains one. Example: newscrawl crawl afederasi -O articles.jsonl",
    ]
    return "\n".join(lines)


def _unknown(command: str) -> int:
    from newscrawl.cli.suggestions import did_you_mean  # noqa: PLC0415

    print(
        f"newscrawl: there is no command '{command}'.{did_you_mean(command, _commands())}"
        " newscrawl --help lists them.",
        file=sys.stderr,
    )
    return BAD_USAGE
