"""The arguments every spider takes, typed and checked."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from newscrawl.discovery.source import Want
from newscrawl.engine.downloader.drawn import drawn_kinds
from newscrawl.reading.dates.moments import parse_moment
from newscrawl.record.query import parse_query
from newscrawl.sites.rules import DEFAULT_ZONE

_ANY_INSTANT = datetime(2000, 1, 1, tzinfo=UTC)

_ANY_ZONE = timedelta(days=1)
"""Somewhere it is tomorrow already."""


LONGEST = 1000
"""Characters of words or names; no server takes an address that is much longer."""


def _checked_moment(text: str) -> str:
    parse_moment(text, zone="UTC", now=_ANY_INSTANT)
    return text


Moment = Annotated[str, AfterValidator(_checked_moment)]

Kept = Literal["", "articles", "all"]
"""Which answers of a crawl are kept as WARC: none, those about articles, all."""

_KEPT: dict[str, Kept] = {
    **dict.fromkeys(("", "0", "false", "no"), ""),
    **dict.fromkeys(("1", "true", "yes", "articles"), "articles"),
    "all": "all",
}


def kept(text: str) -> Kept:
    """What the setting ``NEWSCRAWL_WARC`` and ``-a warc`` mean.

    Raises:
        ValueError: they mean nothing.
    """
    try:
        return _KEPT[text.strip().lower()]
    except KeyError:
        raise ValueError(
            f"'{text}' says not what to keep: 1 keeps article pages, all keeps listings too, 0 nothing"
        ) from None


def _checked_kept(text: str) -> str:
    kept(text)
    return text


def _checked_browser(text: str) -> str:
    drawn_kinds(text)
    return text


# Copied out of a browser's bar or a sheet, without a scheme.
_BARE_ADDRESS = re.compile(r"[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,63}){1,8}/\S", re.IGNORECASE)


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
    if line.lstrip().startswith("#"):
        return ""
    address = line.strip().lstrip("\ufeff").strip("<>\"' \t,")
    return f"https://{address}" if _BARE_ADDRESS.match(address) else address


def _checked_url_list(place: str) -> str:
    if place != "-" and not Path(place).is_file():
        raise ValueError(f"there is no file '{place}'")
    return place


def _checked_query(text: str) -> str:
    parse_query(text)
    return text


class CrawlArguments(BaseModel):
    """What ``-a NAME=VALUE`` may say."""

    model_config = ConfigDict(extra="forbid")

    since: Moment | None = Field(None, description="only articles from this day or instant on")
    until: Moment | None = Field(None, description="only articles up to and including this day or instant")
    query: Annotated[str, AfterValidator(_checked_query)] | None = Field(
        None, max_length=LONGEST, description="only articles with these words, as in newscrawl search"
    )
    trust_search: bool = Field(
        False, description="keep all that a site's own search gives, whether the words are in the text or not"
    )
    sections: str | None = Field(
        None, max_length=LONGEST, description="only these sections, names separated by commas"
    )
    urls: Annotated[str, AfterValidator(_checked_url_list)] | None = Field(
        None, description="a file of article URLs, one a line, or - for standard input"
    )
    limit: int | None = Field(None, ge=1, le=1_000_000_000, description="stop after this many articles")
    from_: Literal["site", "wayback", "commoncrawl"] = Field(
        "site", alias="from", description="where articles are looked for: site, wayback, commoncrawl"
    )
    fresh: bool = Field(False, description="fetch again what is known already")
    warc: Annotated[str, AfterValidator(_checked_kept)] | None = Field(
        None, description="keep the pages as WARC files: 1 for articles, all for listings too"
    )
    browser: Annotated[str, AfterValidator(_checked_browser)] | None = Field(
        None, description="have a browser draw pages: 1 or all, listing, article, or 0 for none"
    )
    shapes: Literal["known", "all"] = Field(
        "known", description="all: fetch every link of the site that may be an article's, whatever its shape"
    )

    @model_validator(mode="before")
    @classmethod
    def _without_job(cls, given: dict[str, Any]) -> dict[str, Any]:
        """Scrapyd tells every spider the number of its job (``_job``), which means nothing to ours."""
        return {name: value for name, value in given.items() if name != "_job"}

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


def read_want(args: CrawlArguments, zone: str, now: datetime) -> Want:
    """What ``args`` ask for of a publisher in ``zone``, at the instant ``now``."""
    local = ZoneInfo(zone)
    since = parse_moment(args.since, zone=zone, now=now) if args.since else None
    until = parse_moment(args.until, zone=zone, now=now, closing=True) if args.until else None
    return Want(
        now=now.astimezone(local),
        zone=zone,
        since=since.astimezone(local) if since else None,
        until=until.astimezone(local) if until else None,
        query=args.query,
        sections=tuple(name.strip() for name in (args.sections or "").split(",") if name.strip()),
    )
