"""Options of the commands that read WARC files: which files, which pages, how many processes."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import datetime
from typing import TYPE_CHECKING

from newscrawl.cli.options import count
from newscrawl.cli.selecting import moment_of
from newscrawl.cli.suggestions import did_you_mean
from newscrawl.cli.usage import UsageError
from newscrawl.record.extras import extra
from newscrawl.sites.book import book

if TYPE_CHECKING:
    from newscrawl.warc.selecting import Selection


def add_warc_reading(parser: ArgumentParser) -> None:
    """Let a command read WARC files."""
    group = parser.add_argument_group("WARC files")
    group.add_argument(
        "--warc", nargs="+", metavar="FILE|DIR|URL", help="WARC files, folders of them, or addresses"
    )
    group.add_argument("--workers", type=count, default=1, metavar="N", help="processes that read (1)")
    group.add_argument("--site", action="append", metavar="SITE", help="only of this site; may be repeated")
    group.add_argument("--since", metavar="DAY", help="only published on this day or later")
    group.add_argument("--until", metavar="DAY", help="only published on this day or earlier")
    group.add_argument(
        "--all", action="store_true", help="pages of every host, not of known publishers alone"
    )


def warc_places(opts: Namespace) -> list[str]:
    """Every file that ``--warc`` names.

    Raises:
        UsageError: one is not there.
        MissingExtraError: the library that reads them is not installed.
    """
    with extra("warc", why="Reading WARC needs fastwarc"):
        import fastwarc  # noqa: F401, PLC0415
    from newscrawl.warc.sources import expand  # noqa: PLC0415 - the extra

    try:
        return list(dict.fromkeys(expand(opts.warc)))
    except FileNotFoundError as error:
        raise UsageError(f"--warc {error}") from None


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
