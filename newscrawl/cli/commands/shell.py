"""``newscrawl shell``: Scrapy's shell command, which leaves no trace in the archive."""

from __future__ import annotations

from scrapy.commands.shell import Command

from newscrawl.cli.looking_command import LookingCommand


class ShellCommand(LookingCommand, Command):
    """A Python shell with the answer of an address."""

    tells_why = True

    def syntax(self) -> str:
        return "[URL|FILE] [--spider SITE] [-c CODE]"
