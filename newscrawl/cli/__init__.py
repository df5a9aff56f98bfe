"""The command line: what people type, and the exit statuses that cron reads.

``newscrawl X`` and ``scrapy X`` are one thing: :mod:`newscrawl.cli.commands` has a Scrapy command a file.
"""

from __future__ import annotations

from newscrawl.cli.entry import main

__all__ = ["main"]
