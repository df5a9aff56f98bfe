"""A worker as systemd runs it: started again when it ends, given time to finish when it is stopped."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path

from newscrawl.runs.job import program

STOP_SECONDS = 120
"""What a worker that is stopped has to finish the articles under way and to give back the rest."""

_UNIT = """\
[Unit]
Description=newscrawl worker %i
Wants=network-online.target
After=network-online.target

[Service]
Type=exec
WorkingDirectory={folder}
Environment=NEWSCRAWL_FILES={files}
ExecStart={command}
# A worker ends when its queue cannot be used; jobs it had are taken over meanwhile.
Restart=always
RestartSec=10
# 2 is wrong usage, which does not get better by itself.
RestartPreventExitStatus=2
# 1 and 3: some jobs that ended in it had failed, or raised alarms.
SuccessExitStatus=1 3
TimeoutStopSec={stop}
KillMode=mixed

[Install]
WantedBy=default.target
"""


def worker_unit(words: Sequence[str], data: str, *, folder: Path, files: Path) -> str:
    """The text of ``newscrawl-worker@.service``, of which each instance is a worker.

    ``words`` are the arguments after ``worker``, ``folder`` is where it runs, ``files`` where what is no
    table lies.
    """
    command = shlex.join([*program(), "worker", *words, f"--data={data}"])
    return _UNIT.format(
        folder=_safe(str(folder)),
        files=_safe(shlex.quote(str(files))),
        command=_safe(command).replace("$", "$$"),
        stop=STOP_SECONDS,
    )


def _safe(text: str) -> str:
    """``%`` begins a specifier in a unit."""
    return text.replace("%", "%%")
