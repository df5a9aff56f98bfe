"""compose.yaml says what the Dockerfile and the command line know."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

from tests.patience import patience

ROOT = Path(__file__).resolve().parents[2]


def compose() -> dict[str, Any]:
    return yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))


def test_services_keep_their_data_in_the_volume_of_the_image() -> None:
    image = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    folder = re.search(r"^VOLUME (\S+)$", image, re.MULTILINE)
    assert folder
    for service in compose()["services"].values():
        places = dict(volume.split(":")[:2] for volume in service["volumes"])
        assert folder[1] in places.values()
        assert set(places) <= set(compose()["volumes"])


def test_the_command_is_one_that_newscrawl_takes() -> None:
    command = compose()["services"]["newscrawl"]["command"]
    words = [sys.executable, "-m", "newscrawl", command[0], "--help"]
    told = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=patience(60), check=True)
    assert all(word in told.stdout for word in command if word.startswith("--"))
