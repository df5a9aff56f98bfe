"""The ``newscrawl`` command: Scrapy's own command line with this project's settings, from any folder."""

from __future__ import annotations

import os
import sys

SETTINGS_MODULE = "newscrawl.settings"


def main() -> None:
    """Run ``newscrawl COMMAND ...``, which is ``scrapy COMMAND ...`` in this project."""
    os.environ["SCRAPY_SETTINGS_MODULE"] = SETTINGS_MODULE
    from scrapy.cmdline import execute  # noqa: PLC0415

    execute(["newscrawl", *sys.argv[1:]])
