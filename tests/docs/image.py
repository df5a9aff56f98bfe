"""Runs the steps of the Dockerfile without a container engine: ``python -m tests.docs.image [EXTRAS]``.

What the image holds is made in a clean folder: a copy of what git knows, an environment of its own, the
package with its constraints. Then the entry point must answer with nothing of this environment around it.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ASKED = (["--version"], ["--help"], ["crawl", "--help"], ["worker", "--help"], ["sites"])


def steps(folder: Path, *, extras: str) -> list[str]:
    """The commands of the first stage, with the paths of the image under ``folder``."""
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    stage = text.split("\nFROM ")[1]
    commands = re.findall(r"^RUN (.+)$", stage, re.MULTILINE)
    return [
        re.sub(r"(?<![\w/])/(opt|source)\b", rf"{folder}/\1", command)
        .replace("$EXTRAS", extras)
        .replace("python -m", f"{sys.executable} -m")
        for command in commands
    ]


def main(extras: str = "") -> int:
    """Run them; the exit status of the first that fails, else 0."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "opt").mkdir()
        (folder / "source").mkdir()
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
        copying = ["tar", "--create", "--null", "--files-from=-"]
        packed = subprocess.run(copying, cwd=ROOT, input=listed.stdout, capture_output=True, check=True)
        subprocess.run(["tar", "--extract"], cwd=folder / "source", input=packed.stdout, check=True)
        for step in steps(folder, extras=extras):
            sys.stdout.write(f"{step}\n")
            status = subprocess.run(step, shell=True, cwd=folder, check=False).returncode
            if status:
                return status
        return _asked(folder)


def _asked(folder: Path) -> int:
    environment = {"PATH": f"{folder}/opt/newscrawl/bin:/usr/bin:/bin", "NEWSCRAWL_DATA": f"{folder}/data"}
    for words in ASKED:
        done = subprocess.run(
            ["newscrawl", *words], env=environment, cwd=folder, capture_output=True, text=True, check=False
        )
        sys.stdout.write(f"newscrawl {' '.join(words)}: status {done.returncode}\n{done.stderr}")
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
