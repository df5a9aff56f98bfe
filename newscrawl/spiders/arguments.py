"""The arguments every spider takes, typed and checked."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Annotated, Self
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from newscrawl.sites.rules import DEFAULT_ZONE

_SPAN = re.compile(r"(\d{1,5})\s*([hdw])")
_SPAN_UNITS = {"h": "hours", "d": "days", "w": "weeks"}
_PERIOD = re.compile(r"(\d{4})(?:-(\d\d))?")
_DAY_WORDS = {"today": 0, "yesterday": 1}
_ANY_INSTANT = datetime(2000, 1, 1, tzinfo=UTC)

FIRST_YEAR, LAST_YEAR = 1970, 2100

_ANY_ZONE = timedelta(days=1)
"""Somewhere it is tomorrow already."""


def parse_moment(text: str, *, zone: str, now: datetime, closing: bool = False) -> datetime:
    """The instant a person means by ``text``.

    A date (``2026-08-01``), month (``2026-08``) or year is its first moment in ``zone``, or with ``closing``
    the first moment after it, so that ``until`` includes its day. ``today``, ``yesterday``, spans back from
    ``now`` (``3d``, ``12h``, ``2w``) and ISO instants are understood too.

    Raises:
        ValueError: ``text`` is none of these, or a year without news on the web; the message says which.
    """
    text = text.strip().lower()
    local_now = now.astimezone(ZoneInfo(zone))
    try:
        if span := _SPAN.fullmatch(text):
            moment = local_now - timedelta(**{_SPAN_UNITS[span[2]]: int(span[1])})
        elif text in _DAY_WORDS:
            moment = _day_edge(local_now.date() - timedelta(days=_DAY_WORDS[text]), zone, closing)
        elif period := _PERIOD.fullmatch(text):
            moment = _day_edge(_edge_of_period(period, closing), zone, closing=False)
        elif len(text) <= len("2026-08-01"):
            moment = _day_edge(date.fromisoformat(text), zone, closing)
        else:
            moment = datetime.fromisoformat(text.upper())
    except OverflowError:
        raise ValueError(f"'{text}' is out of range") from None
    except ValueError:
        raise ValueError(
            f"'{text}' is no date; write 2026-08-01, 2026-08, 2026, 2026-08-01T14:30, today, yesterday,"
            " 12h, 3d or 2w"
        ) from None
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise ValueError(f"'{text}' is out of range; years from {FIRST_YEAR} to {LAST_YEAR} make sense")
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(zone))


def _edge_of_period(period: re.Match[str], closing: bool) -> date:
    """The first day of a year or month, or the first one after it."""
    year, month = int(period[1]), int(period[2] or 1)
    if not closing:
        return date(year, month, 1)
    return date(year + 1, 1, 1) if month == 12 or not period[2] else date(year, month + 1, 1)


def _day_edge(day: date, zone: str, closing: bool) -> datetime:
    return datetime.combine(day + timedelta(days=int(closing)), time.min, tzinfo=ZoneInfo(zone))


def _checked_moment(text: str) -> str:
    parse_moment(text, zone="UTC", now=_ANY_INSTANT)
    return text


Moment = Annotated[str, AfterValidator(_checked_moment)]


def read_url_list(place: str) -> Iterator[str]:
    """The addresses in a file, or on standard input for ``-``, as they are asked for; one a line.

    Empty lines and remarks, which begin with #, are passed over; any other line is handed on, so that whoever
    asks can name the bad ones.
    """
    if place == "-":
        yield from filter(None, map(_address, sys.stdin))
        return
    with Path(place).open(encoding="utf-8", errors="replace") as lines:
        yield from filter(None, map(_address, lines))


def _address(line: str) -> str:
    return "" if line.lstrip().startswith("#") else line.strip().lstrip("\ufeff")


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

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        """A range that cannot hold anything is a slip, and better said than crawled."""
        now = datetime.now(UTC)
        since = parse_moment(self.since, zone=DEFAULT_ZONE, now=now) if self.since else None
        until = parse_moment(self.until, zone=DEFAULT_ZONE, now=now, closing=True) if self.until else None
        if since and until and since >= until:
            raise ValueError(f"Argument 'since={self.since}' is after 'until={self.until}'")
        if since and since > now + _ANY_ZONE:
            raise ValueError(f"Argument 'since={self.since}' lies in the future")
        return self
