"""Where the queue of jobs is, for the commands that use it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from newscrawl.archive import ArchiveError
from newscrawl.cli.options import FILTERS, data_place
from newscrawl.cli.usage import UsageError
from newscrawl.record.extras import extra
from newscrawl.record.outcome import ExitStatus
from newscrawl.record.places import on_server

if TYPE_CHECKING:
    from newscrawl.fleet.queue import Queue


def queue_address(settings: Mapping[str, Any]) -> str:
    """The address of the base that holds the queue.

    Raises:
        UsageError: the data lie in a folder, which has no queue.
        MissingExtraError: the extra ``workers`` is not installed.
    """
    data = data_place(settings)
    if not on_server(data):
        raise UsageError(
            f"jobs lie in the base of a PostgreSQL server, not in the folder '{data}': --data"
            " postgresql://USER@HOST/BASE (docs/scale.md); for one machine there is newscrawl cron"
        )
    with extra("workers", why="a queue of jobs needs procrastinate"):
        import procrastinate  # noqa: F401, PLC0415
    return str(data)


@contextmanager
def queue_of(settings: Mapping[str, Any], *, create: bool) -> Iterator[Queue]:
    """The queue, for as long as a block runs."""
    address = queue_address(settings)
    from newscrawl.fleet.queue import Queue  # noqa: PLC0415 - an extra

    with Queue.open(address, create=create) as queue:
        yield queue


def say_storage(command: str, error: ArchiveError) -> int:
    """Say what is wrong with the server, in one line; the exit status for it."""
    sys.stderr.write(f"newscrawl {command}: {error}\n")
    return ExitStatus.STORAGE


def choice_facts(args: Sequence[str], opts: argparse.Namespace) -> dict[str, Any]:
    """Which sites were chosen, as a schedule keeps it."""
    return {"sites": list(args), "all": bool(opts.all)} | {
        name: getattr(opts, name) for name in (*FILTERS, "text")
    }


def chooser(choose: Callable[[Sequence[str], argparse.Namespace], list[str]]) -> Callable[[Any], list[str]]:
    """What says which sites a schedule means now; a choice that names none raises ValueError."""

    def chosen(planned: Any) -> list[str]:
        facts = dict(planned.choice)
        sites = facts.pop("sites")
        try:
            return choose(sites, argparse.Namespace(**facts))
        except UsageError as error:
            raise ValueError(str(error)) from None

    return chosen
