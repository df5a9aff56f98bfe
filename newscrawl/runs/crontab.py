"""The crontab of this user, or a file in its form: only newscrawl's own lines are ever touched."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from newscrawl.runs.job import marked

_ASSIGNMENT = re.compile(r"""\s*["']?\w+["']?\s*=""")
_NONE_YET = "no crontab for"
_PART = re.compile(r"(?P<range>\*|\w+(?:[-~]\w+)?)(?:/(?P<step>\d+))?", re.ASCII)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
_FIELDS: tuple[tuple[int, int, Sequence[str]], ...] = (
    (0, 59, ()),
    (0, 23, ()),
    (1, 31, ()),
    (1, 12, _MONTHS),
    (0, 7, _DAYS),
)
"""What crontab(5) allows for minute, hour, day, month and weekday: least, most, names from the least on."""

_NICKNAMES = frozenset(
    ("@reboot", "@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly")
)


class CrontabError(Exception):
    """The crontab cannot be read, understood or written; it is as it was."""


@dataclass(frozen=True, slots=True)
class Crontab:
    """The user's crontab, through crontab(1); with ``path`` a file in its place.

    Every line that is not newscrawl's is written back byte for byte.
    """

    path: Path | None = None

    def install(self, name: str, lines: Sequence[str]) -> bool:
        """Have exactly ``lines`` for the job ``name``; whether that changed anything.

        Raises:
            CrontabError: see there.
        """
        return self._change(lambda others: [*others, *lines], name)

    def remove(self, name: str) -> bool:
        """Have no lines for the job ``name``; whether that changed anything.

        Raises:
            CrontabError: see there.
        """
        return self._change(lambda others: others, name)

    def jobs(self) -> list[str]:
        """The names of newscrawl's jobs in it."""
        names = (marked(line) for line in self._read().splitlines())
        return list(dict.fromkeys(name for name in names if name))

    def _change(self, make: Callable[[list[str]], list[str]], name: str) -> bool:
        before = self._read()
        lines = before.split("\n")
        if lines[-1] == "":
            lines.pop()
        if self.path is not None:
            # Of a real crontab, crontab(1) reads every line before it takes any.
            self._check(lines)
        after = "".join(f"{line}\n" for line in make([line for line in lines if marked(line) != name]))
        if after == before:
            return False
        self._write(after)
        return True

    def _check(self, lines: Sequence[str]) -> None:
        for number, line in enumerate(lines, 1):
            plain = not line.strip() or line.lstrip().startswith("#") or _ASSIGNMENT.match(line)
            if not plain and not _is_job(line):
                raise CrontabError(
                    f"line {number} of {self} is no crontab line: {line[:80]!r}; repair it with"
                    " 'crontab -e' first. Nothing was changed"
                )

    def _read(self) -> str:
        try:
            if self.path is not None:
                return self.path.read_bytes().decode() if self.path.exists() else ""
            done = subprocess.run([_program(), "-l"], capture_output=True, check=False, timeout=30)
            if done.returncode == 0:
                return done.stdout.decode()
        except (OSError, ValueError) as error:
            raise CrontabError(f"{self} cannot be read: {error}") from error
        words = done.stderr.decode(errors="replace").strip()
        if _NONE_YET in words:
            return ""
        raise CrontabError(f"{self} cannot be read: {words}")

    def _write(self, text: str) -> None:
        try:
            if self.path is not None:
                unfinished = self.path.with_name(self.path.name + ".part")
                unfinished.write_bytes(text.encode())
                unfinished.replace(self.path)
                return
            # crontab(1) checks the whole text and replaces all of it or nothing.
            done = subprocess.run(
                [_program(), "-"], input=text.encode(), capture_output=True, check=False, timeout=30
            )
        except OSError as error:
            raise CrontabError(f"{self} cannot be written: {error}") from error
        if done.returncode:
            words = " ".join(done.stderr.decode(errors="replace").split())
            raise CrontabError(f"{self} cannot be written: {words}")

    def __str__(self) -> str:
        return str(self.path) if self.path else "your crontab"


def _is_job(line: str) -> bool:
    """Whether ``line`` is five fields of numbers or names in their bounds, or a nickname, and a command."""
    words = line.split(maxsplit=len(_FIELDS))
    if words[0].startswith("@"):
        return words[0] in _NICKNAMES and len(words) > 1
    times = words[: len(_FIELDS)]
    return len(words) > len(_FIELDS) and all(
        _is_field(word, *bounds) for word, bounds in zip(times, _FIELDS, strict=True)
    )


def _is_field(text: str, least: int, most: int, names: Sequence[str] = ()) -> bool:
    for part in text.casefold().split(","):
        found = _PART.fullmatch(part)
        if not found or found["step"] == "0":
            return False
        ends = [least + names.index(end) if end in names else end for end in re.split("[-~]", found["range"])]
        if found["range"] == "*":
            continue
        numbers = [int(end) for end in ends if str(end).isdigit() and least <= int(end) <= most]
        if len(numbers) < len(ends) or numbers[0] > numbers[-1]:
            return False
    return True


def _program() -> str:
    found = shutil.which("crontab")
    if not found:
        raise CrontabError("there is no program 'crontab' on this machine; install cron or use --systemd")
    return found
