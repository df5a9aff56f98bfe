"""``python -m newscrawl`` is ``newscrawl``, in its messages too."""

import sys

from newscrawl.cli import main

sys.argv[0] = "newscrawl"
main()
