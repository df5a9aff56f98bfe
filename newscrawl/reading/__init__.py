"""A page becomes a record. Pure functions of (html, url, fetched_at): no clock, no network, no engine, no
Scrapy.

``tree`` parses the page once and reads its lines; ``fields`` and ``body`` take from them what the page
states and which part is the text; ``dates``, ``byline`` and ``widgets`` are one matter each, and ``stages``
are the steps from the raw article to the record, which pipelines wrap one by one and
:mod:`newscrawl.reading.extracting` composes.
"""

from __future__ import annotations

from newscrawl.reading.reader import read
from newscrawl.reading.tree.page import Page, UnreadablePageError, parse
from newscrawl.sites.rules import NO_RULES, SiteRules

__all__ = ["NO_RULES", "Page", "SiteRules", "UnreadablePageError", "parse", "read"]
