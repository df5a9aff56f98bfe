"""Page to raw article. Pure: no clock, no network, no state between calls."""

from __future__ import annotations

from newscrawl.extraction.page import Page, UnreadablePageError, parse
from newscrawl.extraction.reading import read
from newscrawl.extraction.rules import NO_RULES, SiteRules

__all__ = ["NO_RULES", "Page", "SiteRules", "UnreadablePageError", "parse", "read"]
