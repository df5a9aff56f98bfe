"""Whether what a listing says of an article puts it in the range that is wanted."""

from __future__ import annotations

from datetime import datetime

from newscrawl.discovery.source import Found, Want


def moment_of(text: str | None, want: Want) -> datetime | None:
    """The instant that a listing's date means, in the publisher's zone if it names none.

    A date without a time is the start of its day. None if it cannot be read.
    """
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=want.now.tzinfo)


def outside(found: Found, want: Want) -> bool:
    """Whether the listing's own dates show that the article is out of range.

    What was last changed before the range was published before it, too; what was changed after it may have
    been published in it.
    """
    published = moment_of(found.published, want)
    if published is not None:
        return (want.since is not None and published < want.since) or (
            want.until is not None and published >= want.until
        )
    changed = moment_of(found.modified, want)
    return changed is not None and want.since is not None and changed < want.since
