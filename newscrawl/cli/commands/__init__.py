"""One command a file; the file's name is the command's.

Those that need no engine are plain, so that they start without Scrapy. Where Scrapy looks for commands
here, they count as its own.
"""

from __future__ import annotations

import sys

from newscrawl.cli.plain_command import PlainCommand

if "scrapy.commands" in sys.modules:
    sys.modules["scrapy.commands"].ScrapyCommand.register(PlainCommand)
