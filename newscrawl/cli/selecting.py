"""Options that choose articles of the archive, shared by the commands that search, count and export."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from newscrawl.archive import Archive, Selection
from newscrawl.archive.known_sites import unknown_site
from newscrawl.cli.options import select, whole_number
from newscrawl.cli.usage import UsageError
from newscrawl.reading.dates.moments import parse_moment
from newscrawl.sites import DEFAULT_ZONE, catalogue


def add_selection_options(parser: ArgumentParser) -> None:
    """Let a command choose articles by site, region, time, language and length."""
    group = parser.add_argument_group("which articles")
    group.add_argument("--site", action="append", metavar="SITE", help="only of this site; may be repeated")
    group.add_argument(
        "--region",
        action="append",
        metavar="PROVINCE",
        help="only of sites of a province, or 'national'; may be repeated",
    )
    group.add_argument(
        "--since",
        metavar="DAY",
        help="only published on this day (2026-08-01, 2026-08, 2026, yesterday, 3d) or later",
    )
    group.add_argument("--until", metavar="DAY", help="only published on this day or earlier")
    group.add_argument(
        "--language",
        action="append",
        metavar="TAG",
        help="only in this language, such as id; may be repeated",
    )
    group.add_argument(
        "--min-length", type=whole_number, metavar="N", help="only with N characters of text or more"
    )
    group.add_argument(
        "--max-length", type=whole_number, metavar="N", help="only with N characters of text or fewer"
    )


def selection(archive: Archive, opts: Namespace, *, words: str | None, now: datetime) -> Selection:
    """What the options choose. Days are days in Jakarta.

    Raises:
        UsageError: there is no such site or region, a day cannot be read, or a range can hold nothing.
    """
    chosen = Selection(
        sites=_sites(archive, opts),
        since=moment_of("--since", opts.since, now=now),
        until=moment_of("--until", opts.until, now=now, closing=True),
        languages=opts.language or (),
        words=words,
        min_length=opts.min_length,
        max_length=opts.max_length,
    )
    if chosen.since and chosen.until and chosen.since >= chosen.until:
        raise UsageError(f"--since {opts.since} is after --until {opts.until}.")
    if None not in (opts.min_length, opts.max_length) and opts.min_length > opts.max_length:
        raise UsageError(f"--min-length {opts.min_length} is above --max-length {opts.max_length}.")
    return chosen


def why_none(archive: Archive, opts: Namespace) -> str:
    """Why no article passes the options, for people."""
    if archive.database.one("SELECT 1 FROM articles LIMIT 1") is None:
        return f"{archive.name}: there is no article in it yet"
    rows = archive.database.all("SELECT DISTINCT language FROM articles WHERE language IS NOT NULL")
    languages = sorted(language for (language,) in rows)
    strange = [each for each in opts.language or () if each not in languages]
    if strange:
        return f"no article is in '{strange[0]}'; the archive holds {', '.join(languages) or 'no language'}"
    return "no article in the archive passes all of these filters"


def _sites(archive: Archive, opts: Namespace) -> list[str]:
    sites = list(opts.site or ())
    if unknown := unknown_site(archive, sites):
        raise UsageError(unknown)
    if not opts.region:
        return sites
    of_regions = [site for region in opts.region for site in _sites_of(region)]
    both = [site for site in of_regions if not sites or site in sites]
    if not both:
        raise UsageError(f"None of the sites named is of {' or '.join(opts.region)}.")
    return both


def _sites_of(region: str) -> list[str]:
    filters = Namespace(region=region, kind=None, family=None, text=None)
    return [publisher.name for publisher in select(catalogue(), filters)]


def moment_of(option: str, text: str | None, **options: Any) -> datetime | None:
    """The instant that an option names, in Jakarta; None where nothing is given.

    Raises:
        UsageError: it cannot be read.
    """
    if not text:
        return None
    try:
        return parse_moment(text, zone=DEFAULT_ZONE, **options).astimezone(ZoneInfo(DEFAULT_ZONE))
    except ValueError as error:
        raise UsageError(f"{option}: {error}.") from None
