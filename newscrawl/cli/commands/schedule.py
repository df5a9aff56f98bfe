"""``newscrawl schedule``: what the workers of a base crawl at which times."""

from __future__ import annotations

import argparse
import json
import logging
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newscrawl.archive import ArchiveError, ArchiveMissingError
from newscrawl.cli.command import EnginelessCommand, saying_usage
from newscrawl.cli.commands.crawl import arguments_of, check_arguments
from newscrawl.cli.fleet_place import choice_facts, chooser, queue_address, queue_of, say_storage
from newscrawl.cli.options import FILTERS, add_data_option, add_site_choice, add_times, minutes
from newscrawl.cli.schedule_files import ScheduleTable, read_schedules
from newscrawl.cli.site_choice import chosen_sites
from newscrawl.cli.usage import UsageError
from newscrawl.record.outcome import ExitStatus
from newscrawl.record.suggestions import did_you_mean
from newscrawl.runs.schedule import ScheduleError

if TYPE_CHECKING:
    from newscrawl.fleet.schedules import Planned

_ACTIONS = ("set", "list", "remove", "run")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,40}", re.ASCII)
_SHORT = re.compile(r"(?P<name>[^:\s]+):(?P<how>every|at)\s+(?P<when>\S+)")
"""A name and its times in one word, as in 'news:every 15m'."""


class ScheduleCommand(EnginelessCommand):
    """Keeps schedules. Exit status: 0 fine, 1 no such schedule, 2 bad usage, 5 storage trouble."""

    def syntax(self) -> str:
        return "set NAME [SITE ...] [--region R ...] --every 15m | list | remove NAME ... | run"

    def short_desc(self) -> str:
        return "Say what the workers crawl at which times"

    def long_desc(self) -> str:
        return (
            "'set' keeps a schedule in the base: a crawl of each chosen site is put into the queue when it is"
            " due, once however many workers run. 'news:every 15m' names it and its times in one word; --file"
            " sets all of a TOML file's [schedule.NAME] tables. What still waits or runs is not put in again."
            " 'run' keeps the schedules without crawling, for workers with --no-schedules."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        add_site_choice(parser)
        add_data_option(parser)
        add_times(parser)
        add = parser.add_argument
        add(
            "--budget",
            type=minutes,
            metavar="MIN",
            help="minutes for each site (60, or less where runs are close)",
        )
        add("-a", dest="spargs", action="append", default=[], metavar="NAME=VALUE", help="as for crawl")
        add("--file", type=Path, metavar="FILE", help="with set: a TOML file with tables [schedule.NAME]")
        add("--json", action="store_true", help="with list: print a JSON line a schedule")

    @saying_usage()
    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        if not args or args[0] not in _ACTIONS:
            near = did_you_mean(args[0], _ACTIONS) if args else ""
            raise UsageError(f"schedule takes {', '.join(_ACTIONS[:-1])} or {_ACTIONS[-1]}.{near}")
        queue_address(self.settings)
        try:
            opts.planned = self._planned(args[1:], opts) if args[0] == "set" else []
        except ScheduleError as error:
            raise UsageError(f"{error}.") from None

    @saying_usage()
    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        doing = {"set": self._set, "list": self._list, "remove": self._remove, "run": self._run}
        try:
            self.exitcode = doing[args[0]](args[1:], opts)
        except ArchiveMissingError as error:
            print(f"newscrawl schedule: {error}")
            self.exitcode = ExitStatus.SOME_FAILED
        except ArchiveError as error:
            self.exitcode = say_storage("schedule", error)

    def _planned(self, args: Sequence[str], opts: argparse.Namespace) -> list[Planned]:
        if opts.file:
            return [self._from_table(name, table) for name, table in read_schedules(opts.file).items()]
        if not args:
            raise UsageError("schedule set takes a name, such as 'news:every 15m'")
        name, short = args[0], _SHORT.fullmatch(args[0])
        times = {each: getattr(opts, each) for each in ("at", "every", "days", "zone")}
        if short:
            name = short["name"]
            times[short["how"]] = short["when"]
        given = arguments_of(opts.spargs)
        return [self._checked(name, choice_facts(args[1:], opts), times, given, opts.budget)]

    def _from_table(self, name: str, table: ScheduleTable) -> Planned:
        choice = {each: getattr(table, each) for each in ("sites", *FILTERS, "text", "all")}
        times = {each: getattr(table, each) for each in ("at", "every", "days", "zone")}
        given = {key: str(int(v) if isinstance(v, bool) else v) for key, v in table.arguments.items()}
        return self._checked(name, choice, times, given, table.budget and 60 * table.budget)

    def _checked(
        self,
        name: str,
        choice: Mapping[str, Any],
        times: Mapping[str, str | None],
        given: dict[str, str],
        budget: float | None,
    ) -> Planned:
        from newscrawl.fleet.schedules import Planned  # noqa: PLC0415

        if not _NAME.fullmatch(name):
            raise UsageError(f"'{name}': a schedule's name has letters, digits, - and _ only")
        check_arguments(given)
        planned = Planned(name, choice, times, given, budget)
        assert planned.schedule
        facts = dict(choice)
        chosen_sites("schedule set", facts.pop("sites"), argparse.Namespace(**facts), self.settings)
        return planned

    def _set(self, args: Sequence[str], opts: argparse.Namespace) -> int:
        with queue_of(self.settings, create=True) as queue:
            for planned in opts.planned:
                queue.set_schedule(planned)
                print(f"set: {planned.name}, {planned.schedule.text}")
        return ExitStatus.FINE

    def _list(self, args: Sequence[str], opts: argparse.Namespace) -> int:
        with queue_of(self.settings, create=False) as queue:
            for planned, due in queue.schedules():
                if opts.json:
                    facts = {"name": planned.name, **planned.facts(), "due": due.astimezone(UTC).isoformat()}
                    print(json.dumps(facts, ensure_ascii=False))
                else:
                    print(
                        f"{planned.name}: {planned.schedule.text}, {_choice_text(planned.choice)}{_last(due)}"
                    )
        return ExitStatus.FINE

    def _remove(self, args: Sequence[str], opts: argparse.Namespace) -> int:
        if not args:
            raise UsageError("schedule remove takes names of schedules; 'newscrawl schedule list' has them")
        status = ExitStatus.FINE
        with queue_of(self.settings, create=False) as queue:
            for name in args:
                gone = queue.remove_schedule(name)
                print(f"removed: {name}" if gone else f"there is no schedule '{name}'")
                status = status if gone else ExitStatus.SOME_FAILED
        return status

    def _run(self, args: Sequence[str], opts: argparse.Namespace) -> int:
        from newscrawl.fleet.scheduler import run_scheduler  # noqa: PLC0415 - an extra

        settings = self.settings
        with queue_of(settings, create=True):
            pass  # it is there, and the server lets this role in
        logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
        logging.getLogger("procrastinate").setLevel(logging.CRITICAL)
        run_scheduler(
            queue_address(settings),
            chooser(lambda sites, choice: chosen_sites("schedule", sites, choice, settings)),
        )
        return ExitStatus.FINE


def _choice_text(choice: Mapping[str, Any]) -> str:
    filters = [f"{name} {choice[name]}" for name in (*FILTERS, "text") if choice.get(name)]
    return ", ".join([*choice["sites"], *filters, *(["all sites"] if choice["all"] else [])])


def _last(due: datetime) -> str:
    return f"; due last {due.astimezone():%Y-%m-%d %H:%M %Z}"
