"""What tells a process from another that has its number later."""

from __future__ import annotations

from pathlib import Path

_BOOT = Path("/proc/sys/kernel/random/boot_id")
_START_TIME = 21
"""Place of a process's start among the fields of /proc/PID/stat (proc(5) counts from 1)."""


def process_of(pid: int) -> str:
    """What tells process ``pid`` from any other that had or has the number; empty where nothing does."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(") ")[2]
    except OSError:
        return ""
    # The name before the last parenthesis may hold blanks; it and the number are the first two fields.
    return fields.split()[_START_TIME - 2]


def boot() -> str:
    """Names the time since this machine started; empty where the machine does not say."""
    try:
        return _BOOT.read_text(encoding="ascii").strip()
    except OSError:
        return ""
