"""What makes a new version of an article, and what changed from one to the next."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

_DESCRIPTIVE = (
    "description",
    "authors",
    "editors",
    "contributors",
    "byline_codes",
    "dateline",
    "source",
    "section",
    "tags",
    "images",
    "language",
    "access",
    "pages",
)
_TOLERANCE = {"second": timedelta(0), "minute": timedelta(seconds=59)}


def changed_fields(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """The fields in which two records of one article differ, empty if that makes no new version.

    A change of the title, the body or the time of publication makes one; anything else alone does not.
    White space does not count in texts. A time counts as changed only by more than its precision can tell;
    a page that lost its date has not changed it.
    """
    decisive = [name for name in ("title", "body") if _folded(before[name]) != _folded(after[name])]
    if _moved(before, after):
        decisive.append("published_at")
    if not decisive:
        return []
    return decisive + [name for name in _DESCRIPTIVE if before.get(name) != after.get(name)]


def _folded(text: str | None) -> list[str]:
    return (text or "").split()


def _moved(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    if before["published_at"] == after["published_at"] or not after["published_at"]:
        return False
    if not before["published_at"]:
        return True
    old, new = (datetime.fromisoformat(record["published_at"]) for record in (before, after))
    precisions = (before["published_precision"], after["published_precision"])
    if "day" in precisions:
        return old.date() != new.astimezone(old.tzinfo).date()
    return abs(new - old) > max(_TOLERANCE.get(name, timedelta(0)) for name in precisions)
