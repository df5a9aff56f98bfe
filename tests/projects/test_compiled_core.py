"""The compiled core is built where there is a compiler, and left out where there is none."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("Cython", reason="Cython, which makes the compiled core, is not installed")

ROOT = Path(__file__).parents[2]


def _built(folder: Path, **environment: str) -> tuple[int, list[Path]]:
    """The exit status of the build, and the compiled cores that it left in ``folder``."""
    places = [f"--build-lib={folder}", f"--build-temp={folder / 'temp'}"]
    done = subprocess.run(
        [sys.executable, "setup.py", "-q", "build_ext", *places],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )
    return done.returncode, [*folder.rglob("_core.*.so"), *folder.rglob("_core.*.pyd")]


@pytest.mark.parametrize("compiler", ["/bin/false", "/no/such/compiler"])
def test_without_a_compiler_the_core_is_left_out(tmp_path: Path, compiler: str) -> None:
    assert _built(tmp_path, CC=compiler) == (0, [])


def test_with_a_compiler_the_core_is_built(tmp_path: Path) -> None:
    status, built = _built(tmp_path)
    if status == 0 and not built:
        pytest.skip("there is no compiler")
    assert (status, len(built)) == (0, 1)
