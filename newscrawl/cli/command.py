"""What every command of this project has from Scrapy's, under this project's name."""

from __future__ import annotations

import argparse

from scrapy.commands import ScrapyCommand


class NewscrawlCommand(ScrapyCommand):
    """A command whose help names ``newscrawl``, where Scrapy writes its own name."""

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Scrapy's options, and the usage."""
        super().add_options(parser)
        name = type(self).__module__.rpartition(".")[2]
        parser.usage = f"newscrawl {name} {self.syntax()}".rstrip()
