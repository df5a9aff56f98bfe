"""Old addresses of what is now in :mod:`newscrawl.reading`."""
