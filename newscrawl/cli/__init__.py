"""The command line: what people type, and the exit statuses that cron reads.

``newscrawl X`` and ``scrapy X`` are one thing: :mod:`newscrawl.cli.commands` has a Scrapy command a file.
"""

from __future__ import annotations

import sys

INTERRUPTED = 130
"""Exit status after Ctrl-C: 128 and the number of the signal, as shells have it."""


def main() -> None:
    """Run the command line of this process; Ctrl-C is one line from the first moment on."""
    try:
        # Loading takes most of the time of a short command, and people press Ctrl-C meanwhile.
        from newscrawl.cli.entry import main as run  # noqa: PLC0415

        run()
    except KeyboardInterrupt:
        sys.stderr.write("newscrawl: interrupted\n")
        sys.exit(INTERRUPTED)
