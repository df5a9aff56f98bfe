"""``newscrawl jobs``: what waits in the queue, what runs and what failed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from newscrawl.archive import ArchiveError, ArchiveMissingError
from newscrawl.cli.fleet_place import queue_of, say_storage
from newscrawl.cli.options import add_data_option, count
from newscrawl.cli.plain_command import PlainCommand
from newscrawl.cli.usage import UsageError
from newscrawl.record.outcome import ExitStatus
from newscrawl.record.printable import printable

if TYPE_CHECKING:
    import argparse

    from newscrawl.fleet.queue import JobState, ListedJob, Queue

_ACTIONS = ("retry", "cancel")
_STATES: tuple[JobState, ...] = ("running", "failed", "waiting", "cancelled", "done")
_HEAD = ("job", "site", "state", "tries", "since", "worker", "what", "note")


class JobsCommand(PlainCommand):
    """Shows and changes the queue. Exit status: 0 fine, 1 jobs failed or none, 2 bad usage, 5 storage."""

    def syntax(self) -> str:
        return "[SITE ...] [--state STATE] | retry JOB ...|--all | cancel JOB ...|--all"

    def short_desc(self) -> str:
        return "Show what waits, runs and failed in the queue of jobs"

    def long_desc(self) -> str:
        return (
            "What runs, what failed and what waits, of all sites or those named; --by-site counts instead."
            " 'retry' puts failed jobs back into the queue, 'cancel' calls jobs off: one that runs finishes"
            " the articles under way. Exit status: 0 fine, 1 jobs failed, or none is there to retry or"
            " cancel, 2 bad usage, 5 storage trouble."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        add_data_option(parser)
        add = parser.add_argument
        add("--state", action="append", choices=_STATES, help="only these (running, failed, waiting)")
        add("--limit", type=count, default=50, metavar="N", help="so many jobs at the most (50)")
        add("--by-site", action="store_true", help="count the jobs of each site, a progress table")
        add("--all", action="store_true", help="with retry: all that failed; with cancel: all that wait")
        add("--json", action="store_true", help="print a JSON line a job, or a site")

    def work(self, args: list[str], opts: argparse.Namespace) -> int:
        if opts.data:
            self.settings = {**self.settings, "NEWSCRAWL_DATA": opts.data}
        changing = bool(args) and args[0] in _ACTIONS
        if opts.all and not changing:
            raise UsageError("--all goes with retry or cancel")
        numbers = _numbers(args, opts) if changing else None
        try:
            with queue_of(self.settings, create=changing) as queue:
                if changing:
                    return self._change(queue, args[0], numbers)
                return _sites(queue, args, opts) if opts.by_site else _list(queue, args, opts)
        except ArchiveMissingError as error:
            return self.complain(str(error))
        except ArchiveError as error:
            return say_storage("jobs", error)

    def _change(self, queue: Queue, action: str, numbers: list[int] | None) -> int:
        done = (queue.retry if action == "retry" else queue.cancel)(numbers)
        word = "put back into the queue" if action == "retry" else "called off"
        missing = sorted(set(numbers or ()) - set(done))
        if done:
            print(f"{len(done)} job{'s' * (len(done) != 1)} {word}")
        if missing or not done:
            state = "has failed" if action == "retry" else "waits or runs"
            which = f" by the number {', '.join(map(str, missing))}" if missing else ""
            return self.complain(f"no job {state}{which}")
        return ExitStatus.FINE


def _numbers(args: Sequence[str], opts: argparse.Namespace) -> list[int] | None:
    """The numbers of the jobs that are meant; None for all."""
    wrong = [word for word in args[1:] if not (word.isascii() and word.isdigit())]
    if wrong:
        raise UsageError(f"'{wrong[0]}' is no number of a job; 'newscrawl jobs' shows them")
    if bool(args[1:]) == bool(opts.all):
        raise UsageError(f"jobs {args[0]} takes the numbers of jobs, or --all")
    return None if opts.all else [int(word[:18]) for word in args[1:]]


def _list(queue: Queue, sites: Sequence[str], opts: argparse.Namespace) -> int:
    counts = queue.counts()
    jobs = queue.jobs(opts.state or _STATES[:3], sites or None, opts.limit)
    if opts.json:
        for job in jobs:
            print(json.dumps(_facts(job), ensure_ascii=False))
    else:
        if jobs:
            print(*_table([_HEAD, *map(_row, jobs)]), "", sep="\n")
        print(", ".join(f"{counts[state]:,} {state}" for state in ("waiting", *_STATES[:2], *_STATES[3:])))
    return int(bool(counts["failed"]))


def _sites(queue: Queue, sites: Sequence[str], opts: argparse.Namespace) -> int:
    by_site = queue.by_site(sites or None)
    if opts.json:
        for site, counts in by_site.items():
            print(json.dumps({"site": site} | counts, ensure_ascii=False))
    else:
        head = ("site", *_STATES)
        rows = [(site, *(f"{counts[state]:,}" for state in _STATES)) for site, counts in by_site.items()]
        print(*_table([head, *rows]), sep="\n")
    return int(any(counts["failed"] for counts in by_site.values()))


def _facts(job: ListedJob) -> dict[str, Any]:
    return {
        "job": job.number,
        **job.job.facts(),
        "state": job.state,
        "attempts": job.attempts,
        "not_before": job.not_before.isoformat() if job.not_before else None,
        "worker": job.worker or None,
        "since": job.since.isoformat() if job.since else None,
        "note": job.note,
    }


def _row(job: ListedJob) -> tuple[str, ...]:
    what = " ".join(f"{name}={value}" for name, value in job.job.arguments.items())
    ahead = job.not_before if job.not_before and job.not_before > datetime.now(UTC) else None
    waits = f"not before {ahead.astimezone():%H:%M:%S}" if ahead else ""
    return (
        str(job.number),
        job.job.site,
        job.state,
        str(job.attempts + (job.state == "running")),
        f"{job.since.astimezone():%Y-%m-%d %H:%M}" if job.since else "",
        job.worker if job.state == "running" else "",
        " ".join(filter(None, (job.job.schedule, what))),
        "; ".join(filter(None, (job.note, waits))),
    )


def _table(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ("  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip() for row in rows)
    return [printable(line) for line in lines]
