"""Replica Indonesian news sites on loopback, for tests, the demo and benchmarks.

    with Newsroom([VarientOneSite("afederasi.com", articles=40)]) as newsroom:
        ...  # crawl with NEWSCRAWL_MIRROR=newsroom.address
        assert newsroom.log.max_concurrency("afederasi.com") == 1

Every article is invented; ``site.expected(number)`` is the truth that a record is compared with.
"""

from __future__ import annotations

from tests.newsroom.faults import REDIRECT_TRAPS, ArmedFault, Fault
from tests.newsroom.journal import Journal, Record
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.process import NewsroomProcess
from tests.newsroom.sites.blogger import BloggerSite
from tests.newsroom.sites.kinds import KINDS, make_site, make_sites
from tests.newsroom.sites.nationals import NATIONALS
from tests.newsroom.sites.portal import PortalSite
from tests.newsroom.sites.site import NEWEST, Site
from tests.newsroom.sites.varient import VarientOneSite, VarientTwoSite
from tests.newsroom.sites.wordpress import WordPressSite
from tests.newsroom.stories import Brief, Story

__all__ = [
    "KINDS",
    "NATIONALS",
    "NEWEST",
    "REDIRECT_TRAPS",
    "ArmedFault",
    "BloggerSite",
    "Brief",
    "Fault",
    "Journal",
    "Newsroom",
    "NewsroomProcess",
    "PortalSite",
    "Record",
    "Site",
    "Story",
    "VarientOneSite",
    "VarientTwoSite",
    "WordPressSite",
    "make_site",
    "make_sites",
]
