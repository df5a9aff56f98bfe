"""``newscrawl cron``: scheduled runs, as crontab lines or systemd units."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from subprocess import list2cmdline
from zoneinfo import ZoneInfo

from newscrawl.cli.command import EnginelessCommand, saying_usage
from newscrawl.cli.commands.crawl import arguments_of, check_arguments
from newscrawl.cli.following import add_following_option, check_following
from newscrawl.cli.options import (
    add_data_option,
    add_site_choice,
    add_times,
    choice_words,
    data_place,
    minutes,
)
from newscrawl.cli.site_choice import chosen_sites
from newscrawl.cli.usage import UsageError
from newscrawl.record.outcome import ExitStatus
from newscrawl.record.places import has_password, standing
from newscrawl.runs.crontab import Crontab, CrontabError
from newscrawl.runs.job import Job
from newscrawl.runs.schedule import ScheduleError, machine_zone, read_schedule, read_zone

_WINDOWS = os.name == "nt"
_LONGEST_BUDGET = 60 * 60.0
_PART = 0.9
_MAKING = ("at", "every", "days", "systemd")


class CronCommand(EnginelessCommand):
    """Prints, installs or removes scheduled runs. Exit status: see docs/cron.md."""

    def syntax(self) -> str:
        return "[SITE ...] [--region R | --all ...] --at 05:00,17:00 | --every 30m [--install | --systemd]"

    def short_desc(self) -> str:
        return "Schedule runs with cron or systemd"

    def long_desc(self) -> str:
        return (
            "Print crontab lines for a run of the chosen sites, ready to paste; --install puts them into your"
            " crontab, --remove takes them out. Times are Indonesian ones unless --zone says otherwise."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        add_site_choice(parser)
        add_data_option(parser)
        add_times(parser)
        add = parser.add_argument
        add("--machine-zone", metavar="ZONE", help="time zone of the machine that will run it (this one's)")
        add(
            "--budget",
            type=minutes,
            metavar="MIN",
            help="minutes for a run (60, or less where runs are close)",
        )
        add("--site-budget", type=minutes, metavar="MIN", help="minutes for each site")
        add("--notify", action="append", default=[], metavar="URL", help="where notices of trouble go")
        add("--log", type=Path, metavar="FILE", help="file for what runs print (newscrawl-NAME.log there)")
        add_following_option(parser)
        add("--name", default="news", help="name of the job, to tell several apart (news)")
        add("-a", dest="spargs", action="append", default=[], metavar="NAME=VALUE", help="as for run")
        add("--warc", action="store_true", help="keep the pages of the runs as WARC files")
        add("--crontab", type=Path, metavar="FILE", help="a file in place of your crontab")
        doing = parser.add_mutually_exclusive_group()
        doing.add_argument("--systemd", action="store_true", help="print a systemd service and timer")
        doing.add_argument("--install", action="store_true", help="put the lines into your crontab")
        doing.add_argument("--remove", action="store_true", help="take the job's lines out of your crontab")

    @saying_usage()
    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        try:
            self._do(args, opts, _lasting(data_place(self.settings)))
        except ScheduleError as error:
            raise UsageError(f"{error}.") from None
        except CrontabError as error:
            print(f"newscrawl cron: {error}", file=sys.stderr)
            self.exitcode = ExitStatus.SOME_FAILED
        except OSError as error:
            print(f"newscrawl cron: {error}", file=sys.stderr)
            self.exitcode = ExitStatus.STORAGE

    def _do(self, args: list[str], opts: argparse.Namespace, data: str | Path) -> None:
        crontab = Crontab(opts.crontab)
        if opts.remove:
            _refuse_making(args, opts)
            removed = crontab.remove(opts.name)
            print(f"{'removed' if removed else 'there was no'} job '{opts.name}' in {crontab}")
            for name in crontab.jobs():
                print(f"still there: {name}")
            return
        chosen_sites("cron", args, opts, self.settings)
        job = _job(args, opts, data)
        if _WINDOWS:
            raise ScheduleError(
                "Windows has neither cron nor systemd; let its Task Scheduler start this in"
                f" {job.folder}: {list2cmdline(job.command())}"
            )
        _check_log(job.log)
        machine = read_zone(opts.machine_zone) if opts.machine_zone else machine_zone()
        if opts.systemd:
            print(*_systemd_text(job), sep="\n")
        elif opts.install:
            self._install(job, crontab, machine)
        else:
            today = datetime.now(UTC).date()
            print(*job.header(machine, today), *job.crontab_lines(machine, today), sep="\n")

    def _install(self, job: Job, crontab: Crontab, machine: ZoneInfo) -> None:
        today = datetime.now(UTC).date()
        lines = job.crontab_lines(machine, today)
        job.log.parent.mkdir(parents=True, exist_ok=True)
        changed = crontab.install(job.name, lines)
        print(f"{'installed' if changed else 'there already:'} job '{job.name}' in {crontab}:")
        print(*job.header(machine, today), *lines, sep="\n")


def _lasting(data: str | Path) -> str | Path:
    """The place as a line in a crontab names it.

    Raises:
        ScheduleError: everybody who sees the line would see a password.
    """
    if has_password(data):
        raise ScheduleError("--data holds a password, which cron would show; keep it in ~/.pgpass")
    return standing(data)


def _job(args: Sequence[str], opts: argparse.Namespace, data: str | Path) -> Job:
    given = arguments_of(opts.spargs)
    check_arguments(given)
    check_following(opts.then)
    schedule = read_schedule(at=opts.at, every=opts.every, days=opts.days, zone=opts.zone)
    words = choice_words(args, opts)
    for flag, pairs in (("-a", opts.spargs), ("-s", opts.set)):
        words += [word for pair in pairs for word in (flag, pair)]
    if opts.site_budget:
        words.append(f"--site-budget={opts.site_budget / 60:g}")
    words += [f"--notify={url}" for url in opts.notify]
    words += ["--warc"] * opts.warc
    words += [f"--then={command}" for command in opts.then]
    folder = Path.cwd()
    log = (opts.log or folder / f"newscrawl-{opts.name}.log").absolute()
    # A run that has its whole time is over before the next begins, its last requests included.
    budget = opts.budget or min(_LONGEST_BUDGET, round(_PART * 60.0 * schedule.between))
    return Job(opts.name, schedule, tuple(words), budget, folder, data, log)


def _refuse_making(args: Sequence[str], opts: argparse.Namespace) -> None:
    given = [*args, *(f"--{name}" for name in _MAKING if getattr(opts, name))]
    if given:
        raise ScheduleError(f"--remove takes no {given[0]}; --name says which job")


def _check_log(log: Path) -> None:
    """Raise OSError where the log cannot be written: cron would run nothing and say so nowhere."""
    if log.is_dir():
        raise IsADirectoryError(f"the log {log} is a folder")
    place = log if log.exists() else next(folder for folder in log.parents if folder.exists())
    if not os.access(place, os.W_OK) or (not place.is_dir() and place != log):
        raise PermissionError(
            f"the log {log} cannot be written ({place} is not writable); choose one with --log"
        )


def _systemd_text(job: Job) -> Iterator[str]:
    for name, text in job.systemd_units().items():
        yield f"# ~/.config/systemd/user/{name}\n{text}"
    yield "# Then: systemctl --user daemon-reload"
    yield f"#       systemctl --user enable --now newscrawl-{job.name}.timer"
    yield "# So that it runs while nobody is logged in: loginctl enable-linger"
