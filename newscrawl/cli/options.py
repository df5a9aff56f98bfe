"""Options that several commands share: which sites are meant, where the data lie, how long it may take."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from newscrawl.cli.usage import UsageError
from newscrawl.record.places import on_server
from newscrawl.record.suggestions import did_you_mean
from newscrawl.sites import DEFAULT_ZONE, Publisher, catalogue

NO_FAMILY = "none"
_MOST_MINUTES = 527_040
"""A year: a timer set further ahead than that is a slip of the pen, and clocks overflow."""
_MOST = 1_000_000_000
FILTERS: dict[str, Callable[[Publisher], str]] = {
    "region": lambda publisher: publisher.region,
    "kind": lambda publisher: publisher.kind,
    "family": lambda publisher: publisher.family or NO_FAMILY,
}


def add_site_filters(parser: argparse.ArgumentParser) -> None:
    """``--region``, ``--kind``, ``--family`` and ``--text``."""
    parser.add_argument("--region", metavar="PROVINCE", help="only sites of a province, or 'national'")
    parser.add_argument("--kind", metavar="KIND", help="only 'national' or only 'regional' sites")
    parser.add_argument(
        "--family", metavar="FAMILY", help=f"only sites of a system or network; '{NO_FAMILY}' for the rest"
    )
    parser.add_argument(
        "--text", metavar="WORDS", help="only sites with all of these words in name, title or domain"
    )


def add_site_choice(parser: argparse.ArgumentParser) -> None:
    """The filters and ``--all``: which sites, beside those that are named."""
    add_site_filters(parser)
    parser.add_argument("--all", action="store_true", help="every site")


def add_times(parser: argparse.ArgumentParser) -> None:
    """When something is due: ``--at``, ``--every``, ``--days``, and the zone that these mean."""
    add = parser.add_argument
    add("--at", metavar="TIMES", help="times of day, such as 05:00,17:30")
    add("--every", metavar="STEP", help="a step that divides the hour or the day, such as 30m or 6h")
    add("--days", metavar="DAYS", help="days of the week, such as mon-fri or mon,sat")
    add("--zone", default=DEFAULT_ZONE, help=f"time zone of the times ({DEFAULT_ZONE})")


def select(known: Sequence[Publisher], opts: argparse.Namespace) -> list[Publisher]:
    """Those of ``known`` that pass every filter given.

    Raises:
        UsageError: a filter names what no publisher has; the message holds the nearest names.
    """
    chosen = list(known)
    for name, value_of in FILTERS.items():
        given = getattr(opts, name)
        if given is not None:
            wanted = _known_value(name, given, {value_of(publisher) for publisher in known})
            chosen = [publisher for publisher in chosen if value_of(publisher) == wanted]
    words = (opts.text or "").lower().split()
    return [publisher for publisher in chosen if all(word in _haystack(publisher) for word in words)]


def select_region(given: str) -> str:
    """A province, or 'national', as the publishers' files write it.

    Raises:
        UsageError: there is none of that name; the message holds the nearest names.
    """
    return _known_value("region", given, {publisher.region for publisher in catalogue()})


def choice_words(args: Sequence[str], opts: argparse.Namespace) -> list[str]:
    """The words of a command line that choose the same sites again."""
    given = [(name, getattr(opts, name)) for name in (*FILTERS, "text")]
    words = [*args, *(f"--{name}={value}" for name, value in given if value is not None)]
    return [*words, "--all"] if opts.all else words


def add_data_option(parser: argparse.ArgumentParser) -> None:
    """``--data``."""
    parser.add_argument(
        "--data",
        metavar="DIR",
        help="data folder, or postgresql://USER@HOST/BASE; else NEWSCRAWL_DATA of the environment, else"
        " 'data'",
    )


def add_site_folder_option(parser: argparse.ArgumentParser) -> None:
    """``--folder``, for commands that write site files."""
    parser.add_argument(
        "--folder",
        type=Path,
        help="folder of site files to write to (NEWSCRAWL_SITES, else 'sites' in the data folder)",
    )


def add_warc_option(parser: argparse.ArgumentParser) -> None:
    """``--warc``."""
    parser.add_argument(
        "--warc", action="store_true", help="keep the pages as WARC files in the data folder (-a warc=1)"
    )


def add_search_option(parser: argparse.ArgumentParser) -> None:
    """``--trust-search``."""
    parser.add_argument(
        "--trust-search",
        action="store_true",
        help="with -a query=: keep all that a site's own search gives, without a look at the text",
    )


def data_place(settings: Mapping[str, Any]) -> str | Path:
    """Where the data lie: a folder, or the address of a base."""
    stated = str(settings["NEWSCRAWL_DATA"])
    return stated if on_server(stated) else Path(stated)


def minutes(text: str) -> float:
    """The seconds of a number of minutes above 0, for argparse."""
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not 0 < number <= _MOST_MINUTES:
        most = f"{_MOST_MINUTES:,}"
        raise argparse.ArgumentTypeError(f"'{text:.40}' is no number of minutes above 0, up to {most}")
    return 60 * number


def whole_number(text: str) -> int:
    """A whole number of at least 0, for argparse."""
    if not text.isascii() or not text.isdigit() or not int(text[:20]) <= _MOST:
        raise argparse.ArgumentTypeError(f"'{text:.40}' is no whole number up to {_MOST:,}")
    return int(text)


def count(text: str) -> int:
    """A whole number of at least 1, for argparse."""
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:20]) <= _MOST:
        raise argparse.ArgumentTypeError(f"'{text:.40}' is no whole number from 1 to {_MOST:,}")
    return int(text)


def _known_value(name: str, given: str, known: set[str]) -> str:
    by_fold = {value.lower(): value for value in known}
    if given.lower() in by_fold:
        return by_fold[given.lower()]
    near = did_you_mean(given, by_fold.values())
    everything = ", ".join(sorted(by_fold.values()))
    raise UsageError(f"There is no {name} '{given}'.{near} Known: {everything}.")


def _haystack(publisher: Publisher) -> str:
    return " ".join((publisher.name, publisher.title, *publisher.domains)).lower()
