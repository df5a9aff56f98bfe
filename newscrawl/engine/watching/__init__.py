"""Watches a crawl while it runs: measures for the run's row, progress for people, the log, and stalls."""
