"""What becomes of an address that gave no article: tried again later, or refused, and for how long."""

from __future__ import annotations

from datetime import datetime, timedelta

from newscrawl.archive import Archive
from newscrawl.record.reasons import Reason

FOR_NOW: frozenset[Reason] = frozenset(
    {"dns", "connect", "timeout", "http-403", "http-error", "challenge", "cut-short"}
)
"""Reasons that may be gone the next time: the address stays wanted."""

NOT_TRIED: frozenset[Reason] = frozenset({"site-left"})

_AGAIN_AFTER: dict[Reason, timedelta] = {"http-404": timedelta(days=1), "robots": timedelta(days=7)}
_AGAIN = timedelta(days=30)
"""Pages change, and so does this project: nothing is refused for ever."""


def settle(archive: Archive, site: str, url: str, reason: Reason, *, now: datetime) -> None:
    """Note why ``url`` gave no article, inside a transaction."""
    if reason in NOT_TRIED:
        return
    if reason in FOR_NOW:
        archive.frontier.postpone(site, url, reason, now=now)
    else:
        again_after = _AGAIN_AFTER.get(reason, _AGAIN)
        archive.frontier.refuse(site, url, reason, now=now, again_after=again_after)
