"""What every command of this project has from Scrapy's, under this project's name."""

from __future__ import annotations

import argparse

from scrapy.commands import ScrapyCommand

from newscrawl.cli.options import share_sites_folder


class NewscrawlCommand(ScrapyCommand):
    """A command whose help names ``newscrawl``, where Scrapy writes its own name."""

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Scrapy's options, and the usage."""
        super().add_options(parser)
        name = type(self).__module__.rpartition(".")[2]
        parser.usage = f"newscrawl {name} {self.syntax()}".rstrip()

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """What Scrapy does with its options; a user's own sites are those that ``-s`` names."""
        super().process_options(args, opts)
        assert self.settings is not None
        share_sites_folder(self.settings)
