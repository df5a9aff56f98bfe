"""Options of the commands that read WARC files: which files, which pages, how many processes."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from newscrawl.cli.options import count
from newscrawl.cli.selecting import moment_of
from newscrawl.cli.usage import UsageError
from newscrawl.record.extras import extra
from newscrawl.record.suggestions import did_you_mean
from newscrawl.sites.book import book

if TYPE_CHECKING:
    from newscrawl.warc.selecting import Selection


def add_warc_reading(parser: ArgumentParser) -> None:
    """Let a command read WARC files."""
    group = parser.add_argument_group("WARC files")
    group.add_argument(
        "--warc",
        nargs="+",
        metavar="FILE|DIR|URL",
        help="WARC files, folders of them, addresses, or lists of files (warc.paths.gz)",
    )
    group.add_argument(
        "--ccnews",
        action="append",
        metavar="RANGE",
        help="WARC files of Common Crawl's news: 2024-01, 2024-01..2024-03, or two days",
    )
    group.add_argument(
        "--root",
        metavar="URL|DIR",
        help="where Common Crawl's files are (https://data.commoncrawl.org/), such as s3://commoncrawl/",
    )
    group.add_argument(
        "--keep", type=Path, metavar="DIR", help="keep what is fetched in this folder; else it is streamed"
    )
    group.add_argument("--workers", type=count, default=1, metavar="N", help="processes that read (1)")
    group.add_argument("--site", action="append", metavar="SITE", help="only of this site; may be repeated")
    group.add_argument("--since", metavar="DAY", help="only published on this day or later")
    group.add_argument("--until", metavar="DAY", help="only published on this day or earlier")
    group.add_argument(
        "--all", action="store_true", help="pages of every host, not of known publishers alone"
    )


@dataclass(frozen=True, slots=True)
class Places:
    """The files to read, and what brings one here before it is read, if anything does."""

    names: list[str]
    fetch: Callable[[str], None] | None = None


def names_warc(opts: Namespace) -> bool:
    """Whether the options name WARC files."""
    return bool(opts.warc or opts.ccnews)


def warc_places(opts: Namespace) -> Places:
    """Every file that ``--warc`` and ``--ccnews`` name.

    Raises:
        UsageError: one is not there, or a list of them cannot be had.
        MissingExtraError: the library that reads them is not installed.
    """
    with extra("warc", why="Reading WARC needs fastwarc"):
        import fastwarc  # noqa: F401, PLC0415
    from newscrawl.warc.keeping import Kept  # noqa: PLC0415 - the extra

    names = list(dict.fromkeys(_named(opts)))
    if opts.keep is None:
        return Places(names)
    kept = Kept(opts.keep)
    return Places([kept.place(name) for name in names], kept.fetch)


def _named(opts: Namespace) -> Iterator[str]:
    from newscrawl.warc import cc_news  # noqa: PLC0415 - the extra
    from newscrawl.warc.sources import expand  # noqa: PLC0415

    for place in opts.warc or ():
        try:
            for found in expand([place]):
                yield from cc_news.listed_in(found, opts.root) if cc_news.is_list(found) else [found]
        except (OSError, ValueError) as error:
            raise UsageError(f"--warc {_told(place, error)}") from None
    for text in opts.ccnews or ():
        try:
            yield from cc_news.files_of(cc_news.Days.parse(text), opts.root or cc_news.ROOT)
        except FileNotFoundError as error:
            raise UsageError(f"--ccnews {text}: there is no list of files at {error}") from None
        except (OSError, ValueError) as error:
            raise UsageError(f"--ccnews {error}") from None


def _told(place: str, error: Exception) -> str:
    """What is wrong with a place, which the message names once."""
    text = str(error)
    return text if place in text else f"{place}: {text}"


def warc_selection(opts: Namespace, *, now: datetime, site_rules: bool = True) -> Selection:
    """What the options choose. Days are days in Jakarta.

    Raises:
        UsageError: there is no such site, or a day cannot be read.
    """
    from newscrawl.warc.selecting import Selection  # noqa: PLC0415 - the extra

    for site in opts.site or ():
        if site not in book().names:
            raise UsageError(f"There is no site '{site}'.{did_you_mean(site, book().names)}")
    return Selection(
        sites=tuple(opts.site or ()),
        everything=opts.all,
        since=moment_of("--since", opts.since, now=now),
        until=moment_of("--until", opts.until, now=now, closing=True),
        site_rules=site_rules,
    )


def told_options(opts: Namespace) -> str:
    """The options that decide what is read, as words of a command line."""
    words = [f"--{name}={value}" for name in ("since", "until") if (value := getattr(opts, name))]
    return " ".join([*(f"--site={site}" for site in opts.site or ()), *words, *["--all"] * opts.all])
