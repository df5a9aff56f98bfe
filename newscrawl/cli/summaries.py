"""The commands in a few words each, so that a list of them loads none."""

from __future__ import annotations

SUMMARIES = {
    "archive": "Check that all that is stored is whole; merge archives, copy one to a server",
    "backfill": "Plan a range of days, and see how much of it is stored",
    "browse": "Look at the archive in the browser",
    "canary": "Re-read saved pages and show any field that changed",
    "crawl": "Crawl one site",
    "cron": "Schedule runs with cron or systemd",
    "doctor": "Say what works at a site now, field by field",
    "export": "Write a data set out of the archive",
    "extract": "Turn saved pages into records",
    "history": "Show what changed in an article",
    "import": "Put the articles of WARC files into the archive",
    "probe": "Look at a site and draft its site file",
    "report": "Write a report with plots, one HTML file",
    "reread": "Read kept pages again with today's reader",
    "run": "Crawl many sites in one process",
    "schema": "Print the JSON Schema of the record",
    "search": "Search the articles of the archive",
    "show": "Show one article of the archive",
    "sites": "List the publishers that can be crawled, or check site files",
    "stats": "Count what is in the archive",
    "urls": "List the addresses of a site's articles without fetching them",
    "watch": "Be told of new articles with some words",
}
