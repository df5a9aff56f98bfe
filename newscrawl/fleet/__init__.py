"""The fleet: workers on any number of machines take what is to be crawled from a queue in the base.

The queue is procrastinate's, in a schema of its own beside the archive: ``tables`` makes it, ``jobs`` says
what a job is and which hosts it keeps from others, ``queue`` is what commands do with it, ``schedules`` says
what is due when. ``worker`` crawls: ``connector`` outwaits a server that restarts, ``keeping`` takes over
what dead workers had; ``scheduler`` keeps schedules alone,
``units`` is a worker as systemd runs it.
"""
