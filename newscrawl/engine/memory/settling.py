"""What becomes of an address that gave no article: tried again later, or refused, and for how long."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from newscrawl.archive import Archive
from newscrawl.archive.frontier import LONGEST_REFUSAL
from newscrawl.record.reasons import Reason

FOR_NOW: frozenset[Reason] = frozenset(
    {"dns", "connect", "timeout", "http-403", "http-error", "challenge", "cut-short", "encoding", "pipeline"}
)
"""Reasons that lie with the server or with this machine, not with the page."""

OF_THE_PAGE: frozenset[Reason] = frozenset(
    {
        "http-404",
        "no-article",
        "needs-browser",
        "parse",
        "not-html",
        "moved",
        "redirected",
        "same-page",
        "offsite",
    }
)
"""Reasons that lie with the page, and just as well with an hour of maintenance: an honest 404 stays one."""

TRIED_AT_ONCE: frozenset[Reason] = frozenset({"challenge"})
"""Reasons after which the very next run tries again: a challenge is shown now and then."""

NOT_TRIED: frozenset[Reason] = frozenset({"site-left"})

PAGE_ATTEMPTS = 5
"""So often a page is tried before what it answers is believed: after 10 and 40 minutes, 3 and 11 hours."""

_AGAIN_AFTER: dict[Reason, timedelta] = {"http-404": timedelta(days=1), "robots": timedelta(days=7)}
_AGAIN = LONGEST_REFUSAL
"""Pages change, and so does this project: nothing is refused for ever."""


def settle(archive: Archive, site: str, url: str, reason: Reason, *, now: datetime) -> None:
    """Note why ``url`` gave no article, inside a transaction."""
    if reason in NOT_TRIED:
        return
    again_after = _AGAIN_AFTER.get(reason, _AGAIN)
    if reason in FOR_NOW:
        at_once = reason in TRIED_AT_ONCE
        archive.frontier.postpone(site, url, reason, now=now, again_after=again_after, first_at_once=at_once)
    elif reason in OF_THE_PAGE:
        archive.frontier.postpone(
            site, url, reason, now=now, most_attempts=PAGE_ATTEMPTS, again_after=again_after
        )
    else:
        archive.frontier.refuse(site, url, reason, now=now, again_after=again_after)


def put_off(archive: Archive, urls: Collection[str], *, now: datetime) -> None:
    """Take back what a run noted that failed as a whole: the site was at fault, and not its pages."""
    archive.frontier.put_off(urls, now=now)
