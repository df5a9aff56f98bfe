"""What a run says of itself: measures, alarms, the summary, the table and notices.

Everything here reads statistics and records, and nothing here touches Scrapy's engine: the crawl counts
(:mod:`newscrawl.engine.watching`), this room judges and words. ``measures`` turns the counts of a run into
the figures that runs are compared by, ``volume`` and ``alarms`` compare them with the site's earlier runs,
``summary`` and ``table`` are the last screen, ``notices`` sends what went wrong to people.
"""
