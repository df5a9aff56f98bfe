"""A crawl in a process of its own, read article by article: for notebooks and programs.

Scrapy's engine runs once a process and wants its signals; a notebook has an event loop already. So the crawl
is ``newscrawl crawl`` as on a command line, and its records come through a pipe.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, suppress
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from newscrawl.items import Article
from newscrawl.record.as_json import from_dict
from newscrawl.record.outcome import ExitStatus

_MAY_TAKE = 60.0
"""Seconds that a crawl has to end the articles under way once it is stopped, as long as one slow answer."""

_LAST_LINES = 12

_USAGE_MARK = "newscrawl: error: "
"""What stands before the reason where the command line was used wrongly."""


class CrawlError(Exception):
    """A crawl did not end well; the message is what it said for people, ``status`` its exit status."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


class CrawlWarning(UserWarning):
    """A crawl brought articles and an alarm with them: what it says of the site needs a look."""


def crawl(
    site: str,
    *,
    since: date | str | None = None,
    until: date | str | None = None,
    query: str | None = None,
    limit: int | None = None,
    data: str | Path | None = None,
    settings: Mapping[str, object] | None = None,
    **arguments: object,
) -> Crawl:
    """The articles of a site as they come, each an :class:`~newscrawl.items.Article`.

    ``site`` is a publisher's name or the address of any site; ``since`` and ``until`` take days or what the
    command line takes (``"3d"``, ``"2026-08"``), ``query`` words, ``limit`` a number of articles;
    ``arguments`` are further ones of ``-a`` (``sections="politik"``), ``settings`` those of ``-s``. Without
    ``data`` nothing is kept, and nothing is known from before; with a data folder the articles are archived
    there, and the next crawl brings what is new.

    The crawl begins with the first article that is asked for. Leaving the loop, or the ``with`` block, stops
    it as a signal does: what is under way ends, nothing stored is lost.

    Raises:
        CrawlError: while iterating: the site is unknown, an argument cannot be read, the site failed, another
            run has the site, or the archive cannot be written. Articles that came before it are whole.
    """
    given = {"since": _day(since), "until": _day(until), "query": query, "limit": limit, **arguments}
    told = {name: _plain(value) for name, value in given.items() if value is not None}
    return Crawl(site, told, {name: _plain(value) for name, value in (settings or {}).items()}, data)


class Crawl(Iterator[Article]):
    """One crawl under way; iterate over it once. ``summary`` holds what it said at its end."""

    def __init__(
        self, site: str, arguments: Mapping[str, str], settings: Mapping[str, str], data: str | Path | None
    ) -> None:
        self.site = site
        self.summary = ""
        self._words = [sys.executable, "-m", "newscrawl", "crawl", site, "-o", "-"]
        for option, pairs in (("-a", arguments), ("-s", {"LOG_LEVEL": "WARNING"} | dict(settings))):
            for name, value in pairs.items():
                self._words += [option, f"{name}={value}"]
        self._data = data
        self._kept = ExitStack()
        self._process: subprocess.Popen[bytes] | None = None
        self._said: Path | None = None
        self._ended = False

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Article:
        if self._ended:
            raise StopIteration
        process = self._process or self._start()
        assert process.stdout is not None
        try:
            line = process.stdout.readline()
        except BaseException:
            self.close()
            raise
        if line:
            return from_dict(json.loads(line))
        self._finish(process)
        raise StopIteration

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __del__(self) -> None:
        self.close()

    def close(self) -> None:
        """Stop the crawl and wait for its end; what is under way is stored, but not handed out any more."""
        if self._ended:
            return
        self._ended = True
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
            try:
                self._process.communicate(timeout=_MAY_TAKE)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.communicate()
        self._let_go()

    def _start(self) -> subprocess.Popen[bytes]:
        place = Path(self._kept.enter_context(tempfile.TemporaryDirectory(prefix="newscrawl-")))
        environment = os.environ | {
            "NEWSCRAWL_DATA": str(self._data or place / "data"),
            "PYTHONUNBUFFERED": "1",
        }
        self._said = place / "said.txt"
        with self._said.open("wb") as said:
            self._process = subprocess.Popen(
                self._words,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=said,
                # Ctrl-C and a notebook's "interrupt" reach this process, which ends the crawl its own way.
                start_new_session=True,
            )
        return self._process

    def _finish(self, process: subprocess.Popen[bytes]) -> None:
        status = process.wait()
        self._ended = True
        said = self._let_go()
        if status == ExitStatus.ALARMS:
            warnings.warn(f"{self.site}: {said}", CrawlWarning, stacklevel=3)
        elif status == ExitStatus.BAD_USAGE:
            # How the command line is used says nothing to who calls from Python.
            raise CrawlError(f"{self.site}: {said.rpartition(_USAGE_MARK)[2]}", status)
        elif status != ExitStatus.FINE:
            raise CrawlError(f"{self.site}: {said or f'the crawl ended with status {status}'}", status)

    def _let_go(self) -> str:
        """Close what the crawl held; the last lines that it said."""
        if self._said is not None:
            # When the interpreter ends, the folder may be gone before this object is.
            with suppress(FileNotFoundError):
                lines = self._said.read_text(encoding="utf-8", errors="replace").splitlines()
                self.summary = "\n".join(lines[-_LAST_LINES:])
            self._said = None
        if self._process is not None and self._process.stdout is not None:
            self._process.stdout.close()
        self._kept.close()
        return self.summary


def _day(value: date | str | None) -> str | None:
    return value.isoformat() if isinstance(value, date) else value


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, (list, tuple)):
        return ",".join(map(str, value))
    return str(value)
