"""The compiled core: what is done to every byte and every element of a page, where the package has it.

``pip install`` builds it where there is a compiler. Each of its functions has a twin in Python, which does
the same where it was not built, where it does not fit the lxml that is installed, or where the environment
says ``NEWSCRAWL_PURE=1``.
"""

from __future__ import annotations

import os
from importlib import import_module
from types import ModuleType

PURE = "NEWSCRAWL_PURE"
"""The environment variable that keeps the compiled core out."""

_FORM = 6
"""Given: the form of the core's functions that their callers know, one more with each change of it.

A core of another form is left over from older source, as an editable install keeps it, and is not used.
"""


def _compiled() -> ModuleType | None:
    if os.environ.get(PURE, "") not in ("", "0"):
        return None
    try:
        core = import_module("newscrawl.reading.tree._core")
    except (ImportError, ValueError):
        # Cython raises ValueError where the classes of lxml have another size than those it was built for.
        return None
    return core if getattr(core, "FORM", None) == _FORM else None


compiled: ModuleType | None = _compiled()
"""The compiled core; None where the reader in Python does without."""


def in_use() -> str:
    """What reads pages here, for people."""
    return "Python with the compiled core" if compiled is not None else "Python alone"
