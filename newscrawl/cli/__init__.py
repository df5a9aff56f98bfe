"""The command line: what people type, and the exit statuses that cron reads.

``newscrawl X`` and ``scrapy X`` are one thing: :mod:`newscrawl.cli.commands` has a Scrapy command a file.
"""

import sys


def main() -> None:
    """Run the command line of this process; Ctrl-C is one line from the first moment on."""
    try:
        # Loading takes most of the time of a short command, and people press Ctrl-C meanwhile.
        from newscrawl.cli import interrupts  # noqa: PLC0415
    except BaseException as error:
        # In the middle of a class that is made, an interrupt is only the cause of what is raised.
        if not isinstance(error, KeyboardInterrupt) and not isinstance(error.__cause__, KeyboardInterrupt):
            raise
        sys.stderr.write("newscrawl: interrupted\n")
        sys.exit(130)
    try:
        interrupts.end_at_once()
        from newscrawl.cli.entry import main as run  # noqa: PLC0415

        run()
    except BaseException as error:
        # What an interrupt does to a library in the middle of its work often has another name in the end.
        interrupted = isinstance(error, KeyboardInterrupt) or interrupts.came()
        if not interrupted or isinstance(error, SystemExit):
            raise
        sys.exit(interrupts.say_so())
    finally:
        # What is left is the interpreter's own tidying up.
        interrupts.end_at_once()
