"""Calls a command as its users do, but without the second that a new Python takes to start."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from pathlib import Path
from subprocess import CompletedProcess

from newscrawl.cli import entry as cli


def newscrawl(folder: Path, *words: str) -> CompletedProcess[str]:
    """What ``newscrawl WORDS`` does in ``folder``: its exit status and all that it writes."""
    out, err = _stream(), _stream()
    before, argv, environment = Path.cwd(), sys.argv, dict(os.environ)
    os.chdir(folder)
    sys.argv = ["newscrawl", *words]
    status: object = None
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            cli.main()
    except SystemExit as end:
        status = end.code
    finally:
        os.chdir(before)
        sys.argv = argv
        os.environ.clear()
        os.environ.update(environment)
    return CompletedProcess(words, int(str(status or 0)), _text(out), _text(err))


def _stream() -> io.TextIOWrapper:
    # As Python opens the standard error.
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="backslashreplace", write_through=True)


def _text(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()
