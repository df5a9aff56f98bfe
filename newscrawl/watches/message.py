"""A digest as a message for people: title, outlet, time and link of each article."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from newscrawl.record.printable import printable
from newscrawl.sites import SiteFileError
from newscrawl.sites.book import book
from newscrawl.watches.watch import Watch

MOST_TOLD = 50
"""Articles that one message names; more fit in no chat."""

_ZONES = {7: "WIB", 8: "WITA", 9: "WIT"}
_REPEATED = "The last run was stopped while this was being sent: you may have it already."


def title_of(watch: Watch, count: int) -> str:
    """The title of a digest of so many articles."""
    return f"{count:,} new article{'s' * (count != 1)}: {watch.words}"


def text_of(watch: Watch, records: Sequence[dict[str, Any]], *, repeated: bool = False) -> str:
    """The text of a digest; ``repeated`` says that it may have been sent before."""
    parts = [_REPEATED] if repeated else []
    parts += [_entry(record) for record in records[:MOST_TOLD]]
    more = len(records) - MOST_TOLD
    if more > 0:
        parts.append(f"and {more:,} more: newscrawl search --newest '{watch.words}'")
    return "\n\n".join(parts)


def _entry(record: dict[str, Any]) -> str:
    title = printable(record["title"] or record["url"])
    return f"{title}\n{_outlet(record['site'])}, {_when(record)}\n{printable(record['url'])}"


def _outlet(site: str) -> str:
    try:
        return book().publisher(site).title
    except (KeyError, SiteFileError):
        return site


def _when(record: dict[str, Any]) -> str:
    if not record["published_at"]:
        return "undated"
    moment = datetime.fromisoformat(record["published_at"])
    if record["published_precision"] == "day":
        return f"{moment:%Y-%m-%d}"
    offset = moment.utcoffset()
    hours = offset.total_seconds() / 3600 if offset else 0.0
    return f"{moment:%Y-%m-%d %H:%M} {_ZONES.get(int(hours), f'{moment:%z}')}"
