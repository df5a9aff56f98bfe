"""Page to raw article. Pure: no clock, no network, no state between calls."""

from __future__ import annotations

from newscrawl.reading.reader import read
from newscrawl.reading.tree.page import Page, UnreadablePageError, parse
from newscrawl.sites.rules import NO_RULES, SiteRules

__all__ = ["NO_RULES", "Page", "SiteRules", "UnreadablePageError", "parse", "read"]
