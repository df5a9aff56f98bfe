"""The compose files say what the Dockerfile and the command line know."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.docs import image
from tests.patience import patience

ROOT = Path(__file__).resolve().parents[2]


COMPOSED = ("compose.yaml", "compose.fleet.yaml")
OWN = [
    pytest.param(name, service, id=f"{name}: {service}")
    for name, services in (("compose.yaml", ["newscrawl"]), ("compose.fleet.yaml", ["worker", "scheduler"]))
    for service in services
]


def compose(name: str) -> dict[str, Any]:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", COMPOSED)
def test_every_volume_that_is_used_is_declared(name: str) -> None:
    used = {
        volume.split(":")[0]
        for service in compose(name)["services"].values()
        for volume in service["volumes"]
    }
    assert used == set(compose(name)["volumes"])


@pytest.mark.parametrize(("name", "service"), OWN)
def test_services_keep_their_data_in_the_volume_of_the_image(name: str, service: str) -> None:
    image = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    folder = re.search(r"^VOLUME (\S+)$", image, re.MULTILINE)
    assert folder
    assert folder[1] in {volume.split(":")[1] for volume in compose(name)["services"][service]["volumes"]}


@pytest.mark.parametrize(("name", "service"), OWN)
def test_the_command_is_one_that_newscrawl_takes(name: str, service: str) -> None:
    command = compose(name)["services"][service]["command"]
    words = [sys.executable, "-m", "newscrawl", command[0], "--help"]
    told = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=patience(60), check=True)
    assert all(word in told.stdout for word in command if word.startswith("--") or word == "run")


def test_the_extras_of_the_fleet_are_those_of_the_package() -> None:
    extras = compose("compose.fleet.yaml")["x-newscrawl"]["build"]["args"]["EXTRAS"].split(",")
    package = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert set(extras) <= set(package["optional-dependencies"])
    assert "ARG EXTRAS" in (ROOT / "Dockerfile").read_text(encoding="utf-8")


def test_no_password_stands_in_a_file() -> None:
    services = compose("compose.fleet.yaml")["services"]
    told = [
        value for each in services.values() for key, value in each["environment"].items() if "PASSWORD" in key
    ]
    assert all(value.startswith("${POSTGRES_PASSWORD:?") for value in told)


def test_the_steps_of_the_image_are_read_from_the_dockerfile(tmp_path: Path) -> None:
    """What they do takes minutes: python -m tests.docs.image."""
    steps = image.steps(tmp_path, extras="workers")
    assert any("-m venv" in step for step in steps)
    assert any("pip install" in step and str(tmp_path) in step and "[workers]" in step for step in steps)
