"""A scheduled run as crontab lines and as systemd units."""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from newscrawl.runs.schedule import Schedule, ScheduleError

LONGEST_LINE = 998
"""Debian's cron takes commands of this length (MAX_COMMAND in its cron.h is 1000)."""

GRACE_SECONDS = 300
"""What a run gets after its budget to finish what is under way, before ``timeout`` stops it."""

KILL_SECONDS = 60
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,40}")


@dataclass(frozen=True, slots=True)
class Job:
    """One scheduled ``newscrawl run``.

    ``words`` are the arguments after ``run``; ``budget`` is in seconds; the paths are absolute.
    """

    name: str
    schedule: Schedule
    words: tuple[str, ...]
    budget: float
    folder: Path
    data: str | Path
    log: Path

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name):
            raise ScheduleError(f"--name {self.name}: letters, digits, - and _ only")
        if any(set("\n\r\0") & set(text) for text in (*self.words, *map(str, (self.data, self.log)))):
            raise ScheduleError("an argument holds a line break, which cron cannot carry")

    def command(self) -> list[str]:
        """The words of the run itself."""
        budget = f"{self.budget / 60:g}"
        return [
            *program(),
            "run",
            *self.words,
            f"--data={self.data}",
            f"--budget={budget}",
            "--quiet",
            "--heartbeat",
        ]

    def crontab_lines(self, machine: ZoneInfo, today: date) -> list[str]:
        """Complete crontab lines, each with the mark by which it is known again.

        Raises:
            ScheduleError: a line is longer than cron takes.
        """
        limit = int(self.budget + GRACE_SECONDS)
        words = ["timeout", f"--kill-after={KILL_SECONDS}", str(limit), *self.command()]
        command = f"cd {shlex.quote(str(self.folder))} && {shlex.join(words)} >> {shlex.quote(str(self.log))}"
        # cron turns a bare % into a line break.
        escaped = f"{command} 2>&1".replace("%", r"\%")
        note = f"{self.schedule.text} {self.schedule.zone.key}".replace("%", "")
        lines = [
            f"{fields} {escaped} # {mark(self.name)} {note}" for fields in self.schedule.cron(machine, today)
        ]
        longest = max(map(len, lines))
        if longest > LONGEST_LINE:
            raise ScheduleError(
                f"the crontab line has {longest} characters and cron takes {LONGEST_LINE};"
                " choose the sites with --region, --kind, --family or --all"
            )
        return lines

    def header(self, machine: ZoneInfo, today: date) -> list[str]:
        """Comments for people who read the printed lines."""
        lines = [
            f"# newscrawl, {self.schedule.text} in {self.schedule.zone.key}; written for a machine whose"
            f" clock shows {machine.key}.",
            "# Each site is crawled by one run at a time: what another run holds is left to it.",
        ]
        if self.schedule.moves_with_summer_time(machine, today.year):
            lines.append(
                f"# {machine.key} has summer time: these lines are right as of {today:%d %b %Y}; install them"
                " anew when the clock changes, or use --systemd."
            )
        return lines

    def systemd_units(self) -> dict[str, str]:
        """The text of the service and the timer, by file name."""
        limit = int(self.budget + GRACE_SECONDS)
        calendar = "\n".join(f"OnCalendar={value}" for value in self.schedule.systemd())
        service = f"""\
[Unit]
Description=newscrawl run ({self.name})
Wants=network-online.target
After=network-online.target

[Service]
Type=oneshot
WorkingDirectory={_specifier_safe(str(self.folder))}
ExecStart={_specifier_safe(shlex.join(self.command())).replace("$", "$$")}
# The run ends by itself after {self.budget / 60:g} minutes; this is for one that does not.
TimeoutStartSec={limit}
TimeoutStopSec={KILL_SECONDS}
# 4: every site was held by another run, which is no failure of this one.
SuccessExitStatus=4
StandardOutput=append:{_specifier_safe(str(self.log))}
StandardError=inherit
"""
        timer = f"""\
[Unit]
Description=newscrawl run ({self.name}), {self.schedule.text} {self.schedule.zone.key}

[Timer]
{calendar}
# A start that was missed while the machine was off is made up for.
Persistent=true

[Install]
WantedBy=timers.target
"""
        return {f"newscrawl-{self.name}.service": service, f"newscrawl-{self.name}.timer": timer}


def mark(name: str) -> str:
    """The word that stands in every crontab line of the job ``name``."""
    return f"newscrawl:{name}"


def marked(line: str) -> str | None:
    """The name of the job that a crontab line belongs to; None for anybody else's line."""
    found = re.search(r" # newscrawl:([A-Za-z0-9_-]+) [^#]*$", line)
    return found[1] if found and not line.lstrip().startswith("#") else None


def program() -> Sequence[str]:
    """The absolute words that start newscrawl as it runs now."""
    script = Path(sys.executable).with_name("newscrawl")
    return [str(script)] if script.exists() else [sys.executable, "-m", "newscrawl"]


def _specifier_safe(text: str) -> str:
    return text.replace("%", "%%")
