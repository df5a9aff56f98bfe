"""Runs: which sites are crawled when, one run at a time for each, and how it ended.

``apart`` runs a crawl in a process of its own for Python programs, ``backfill`` tells how much of a range of
days is stored, ``session`` crawls many sites in one process, ``locks`` keep two runs from one site
(``holder`` tells who has it), ``schedule``, ``job`` and ``crontab`` write what cron and systemd start. How a
run ended, and the exit status that follows, is a word of the ground floor: :mod:`newscrawl.record.outcome`.
"""
