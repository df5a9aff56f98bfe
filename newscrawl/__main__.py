"""``python -m newscrawl`` is ``newscrawl``."""

from newscrawl.cli import main

main()
