"""Three weeks of an hourly crawl in some minutes: the clock is wound on between the runs."""
