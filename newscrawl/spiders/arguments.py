"""The arguments every spider takes, typed and checked."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

_SPAN = re.compile(r"(\d{1,5})\s*([hdw])")
_SPAN_UNITS = {"h": "hours", "d": "days", "w": "weeks"}
_DAY_WORDS = {"today": 0, "yesterday": 1}
_ANY_INSTANT = datetime(2000, 1, 1, tzinfo=UTC)


def parse_moment(text: str, *, zone: str, now: datetime, closing: bool = False) -> datetime:
    """The instant a person means by ``text``.

    A date (``2026-08-01``) is its first moment in ``zone``, or with ``closing`` the first moment after it,
    so that ``until`` includes its day. ``today``, ``yesterday``, spans back from ``now`` (``3d``, ``12h``,
    ``2w``) and ISO instants are understood too.

    Raises:
        ValueError: ``text`` is none of these; the message says what is.
    """
    text = text.strip().lower()
    local_now = now.astimezone(ZoneInfo(zone))
    if span := _SPAN.fullmatch(text):
        return local_now - timedelta(**{_SPAN_UNITS[span[2]]: int(span[1])})
    if text in _DAY_WORDS:
        return _day_edge(local_now.date() - timedelta(days=_DAY_WORDS[text]), zone, closing)
    try:
        if len(text) <= len("2026-08-01"):
            return _day_edge(date.fromisoformat(text), zone, closing)
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(
            f"'{text}' is no date; write 2026-08-01, 2026-08-01T14:30, today, yesterday, 12h, 3d or 2w"
        ) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(zone))


def _day_edge(day: date, zone: str, closing: bool) -> datetime:
    return datetime.combine(day + timedelta(days=int(closing)), time.min, tzinfo=ZoneInfo(zone))


def _checked_moment(text: str) -> str:
    parse_moment(text, zone="UTC", now=_ANY_INSTANT)
    return text


Moment = Annotated[str, AfterValidator(_checked_moment)]


def read_url_list(place: str) -> Iterator[str]:
    """The http and https addresses in a file, or on standard input for ``-``; one a line, # for remarks."""
    lines = sys.stdin if place == "-" else Path(place).read_text(encoding="utf-8").splitlines()
    for line in lines:
        address = line.strip()
        if address.startswith(("http://", "https://")):
            yield address


def _checked_url_list(place: str) -> str:
    if place != "-" and not Path(place).is_file():
        raise ValueError(f"there is no file '{place}'")
    return place


class CrawlArguments(BaseModel):
    """What ``-a NAME=VALUE`` may say."""

    model_config = ConfigDict(extra="forbid")

    since: Moment | None = Field(None, description="only articles from this day or instant on")
    until: Moment | None = Field(None, description="only articles up to and including this day or instant")
    query: str | None = Field(None, min_length=1, description="only articles found by these words")
    sections: str | None = Field(None, description="only these sections, names separated by commas")
    urls: Annotated[str, AfterValidator(_checked_url_list)] | None = Field(
        None, description="a file of article URLs, one a line, or - for standard input"
    )
    limit: int | None = Field(None, ge=1, description="stop after this many articles")
    fresh: bool = Field(False, description="fetch again what is known already")
