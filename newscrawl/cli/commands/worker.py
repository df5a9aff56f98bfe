"""``newscrawl worker``: crawl what is in the queue, on as many machines as one likes."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from scrapy.commands import BaseRunSpiderCommand

from newscrawl.archive import Archive, ArchiveError
from newscrawl.cli.command import NewscrawlCommand, quieten_startup, saying_usage
from newscrawl.cli.fleet_place import chooser, queue_address, queue_of, say_storage
from newscrawl.cli.options import add_data_option, count, data_place, minutes
from newscrawl.cli.site_choice import chosen_sites, use_readers
from newscrawl.cli.usage import UsageError
from newscrawl.cli.watch_telling import tell_watches
from newscrawl.monitoring.notices import NoticeError, check_addresses, notify
from newscrawl.monitoring.summary import failures
from newscrawl.record.outcome import ExitStatus, Outcome, exit_status
from newscrawl.record.places import files_folder, has_password
from newscrawl.record.printable import printable
from newscrawl.sites import DEFAULT_ZONE

if TYPE_CHECKING:
    from newscrawl.fleet.crawling import AgainLaterError
    from newscrawl.fleet.jobs import CrawlJob

_MOST_AT_ONCE = 500


class WorkerCommand(NewscrawlCommand, BaseRunSpiderCommand):
    """Works off the queue. Exit status: see :class:`newscrawl.record.outcome.ExitStatus`."""

    requires_project = True

    def __init__(self) -> None:
        super().__init__()
        self._worst: dict[str, Outcome] = {}
        self._stored = 0
        self._quiet = False
        self._addresses: list[str] = []

    def syntax(self) -> str:
        return "[--at-once N] [--budget MIN] [--drain] [--notify URL]"

    def short_desc(self) -> str:
        return "Crawl what is in the queue of jobs"

    def long_desc(self) -> str:
        return (
            "Take jobs out of the queue of the base and crawl several sites at once, on any number of"
            " machines: of a host one job runs at a time anywhere. What a worker that dies had is taken over"
            " by others; SIGTERM finishes the articles under way and gives back the rest. Exit status, of the"
            " jobs that ended here: 0 fine, 1 some failed, 2 bad usage, 3 alarms, 5 storage trouble."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        add_data_option(parser)
        add = parser.add_argument
        add("--at-once", type=count, metavar="N", help="sites side by side (NEWSCRAWL_SITES_AT_ONCE, 32)")
        add("--budget", type=minutes, metavar="MIN", help="end after so many minutes")
        add("--drain", action="store_true", help="end when nothing waits or runs any more")
        add("--no-schedules", action="store_true", help="leave schedules to others (newscrawl schedule run)")
        add("--quiet", action="store_true", help="print only trouble")
        add("--systemd", action="store_true", help="print a systemd service for workers")
        add(
            "--notify",
            action="append",
            default=[],
            metavar="URL",
            help="where notices of trouble go, as apprise writes it; also NEWSCRAWL_NOTIFY, as a setting or a"
            " variable of the environment",
        )

    @saying_usage()
    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        if args:
            raise UsageError(f"worker takes no '{args[0]}'; newscrawl enqueue puts sites into the queue")
        if opts.spargs or opts.output or getattr(opts, "overwrite_output", None):
            raise UsageError("worker takes no -a, -o or -O: jobs have arguments (newscrawl enqueue)")
        queue_address(self.settings)
        try:
            self._addresses = list(check_addresses(opts.notify, self.settings.get("NEWSCRAWL_NOTIFY") or ""))
        except NoticeError as error:
            raise UsageError(f"{error}.") from None
        opts.at_once = opts.at_once or self.settings.getint("NEWSCRAWL_SITES_AT_ONCE")
        if opts.at_once > _MOST_AT_ONCE:
            raise UsageError(f"--at-once {opts.at_once}: one worker takes {_MOST_AT_ONCE} at the most")
        use_readers(self.settings, sites=opts.at_once)
        if not opts.loglevel:
            self.settings.set("LOG_LEVEL", "WARNING", priority="cmdline")

    @saying_usage()
    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if opts.systemd:
            print(*_systemd_text(opts, queue_address(self.settings)), sep="\n")
            return
        self._work(opts)

    def _work(self, opts: argparse.Namespace) -> None:
        from newscrawl.fleet.worker import QueueError, Worker  # noqa: PLC0415 - an extra

        settings = self.settings
        if not opts.loglevel:
            quieten_startup()
        logging.getLogger("procrastinate").setLevel(logging.CRITICAL)
        self._quiet = opts.quiet
        worker = Worker(
            self.crawler_process,
            queue_address(settings),
            at_once=opts.at_once,
            delay=settings.getfloat("DOWNLOAD_DELAY"),
            on_end=self._tell,
            choose=None
            if opts.no_schedules
            else chooser(lambda sites, choice: chosen_sites("schedule", sites, choice, settings)),
            budget=opts.budget,
            drain=opts.drain,
        )
        try:
            with queue_of(settings, create=True), Archive.open(data_place(settings)):
                pass  # both are there, and the server lets this role in
            worker.run()
        except ArchiveError as error:
            self.exitcode = say_storage("worker", error)
            return
        except QueueError as error:
            print(f"newscrawl worker: {error}", file=sys.stderr)
            self.exitcode = ExitStatus.STORAGE
            return
        self.exitcode = exit_status(self._worst.values())
        if self._stored:
            self.exitcode = tell_watches(data_place(settings), self.exitcode, quiet=opts.quiet)

    def _tell(self, job: CrawlJob, outcome: Outcome, later: AgainLaterError | None) -> None:
        """Say how a crawl ended; what is tried again counts when it has ended for good."""
        stats = outcome.stats
        stored, failed = stats.get("newscrawl/articles", 0), sum(failures(stats).values())
        self._stored += stored
        if later is None:
            self._worst[outcome.state] = Outcome(outcome.site, outcome.state)
            notify(self._addresses, [outcome])
        if self._quiet and outcome.state == "fine":
            return
        again = f"again in {later.seconds:.0f} s" if later is not None else ""
        note = "; ".join(filter(None, (outcome.note, *outcome.alarms, again)))
        now = datetime.now(ZoneInfo(DEFAULT_ZONE))
        line = f"{now:%Y-%m-%d %H:%M:%S} {job.site}: {outcome.state}, {stored} articles, {failed} failures"
        print(printable(f"{line}; {note}" if note else line), flush=True)


def _systemd_text(opts: argparse.Namespace, data: str) -> Iterator[str]:
    from newscrawl.fleet.units import worker_unit  # noqa: PLC0415 - beside what an extra installs

    if has_password(data):
        raise UsageError("--data holds a password, which the service would show; keep it in ~/.pgpass")
    words = [f"--at-once={opts.at_once}", *(["--no-schedules"] if opts.no_schedules else []), "--quiet"]
    words += [f"--notify={url}" for url in opts.notify]
    words += [word for setting in opts.set for word in ("-s", setting)]
    yield "# ~/.config/systemd/user/newscrawl-worker@.service"
    yield worker_unit(words, data, folder=Path.cwd(), files=files_folder(data).absolute())
    yield "# Then, for two workers: systemctl --user daemon-reload"
    yield "#       systemctl --user enable --now newscrawl-worker@1 newscrawl-worker@2"
    yield "# So that they run while nobody is logged in: loginctl enable-linger"
